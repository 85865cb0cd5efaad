/** Who has proven to be whom they say they are. */
@NullMarked
package io.frontdesk.notification.proof;

import org.jspecify.annotations.NullMarked;
