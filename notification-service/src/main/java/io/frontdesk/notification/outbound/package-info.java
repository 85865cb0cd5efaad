/** One delivery a mail: rendered once, tried until it is sent or refused for good. */
@NullMarked
package io.frontdesk.notification.outbound;

import org.jspecify.annotations.NullMarked;
