/** A reply as the client would get it. */
@NullMarked
package io.frontdesk.notification.preview;

import org.jspecify.annotations.NullMarked;
