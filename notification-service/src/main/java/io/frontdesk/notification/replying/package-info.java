/** Whether answers to the addresses that our mails name arrive. */
@NullMarked
package io.frontdesk.notification.replying;

import org.jspecify.annotations.NullMarked;
