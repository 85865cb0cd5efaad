/** What must not be sent, and why. */
@NullMarked
package io.frontdesk.notification.suppression;

import org.jspecify.annotations.NullMarked;
