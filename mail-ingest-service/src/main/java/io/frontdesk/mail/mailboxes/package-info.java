/** Who watches which mailbox, and how it fares. */
@NullMarked
package io.frontdesk.mail.mailboxes;

import org.jspecify.annotations.NullMarked;
