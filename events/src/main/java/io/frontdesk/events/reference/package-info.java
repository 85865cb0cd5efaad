/** How a mail of ours carries its ticket, so that the answer finds it and a stranger can't forge it. */
@NullMarked
package io.frontdesk.events.reference;

import org.jspecify.annotations.NullMarked;
