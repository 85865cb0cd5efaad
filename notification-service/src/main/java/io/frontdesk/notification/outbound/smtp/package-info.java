@NullMarked
package io.frontdesk.notification.outbound.smtp;

import org.jspecify.annotations.NullMarked;
