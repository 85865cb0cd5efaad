/** Who may see and change what of the directory; nothing else in this service decides it. */
@NullMarked
package io.frontdesk.org.sight;

import org.jspecify.annotations.NullMarked;
