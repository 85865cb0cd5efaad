package io.frontdesk.mail.intake;

import io.frontdesk.mail.reading.UnreadableMailException;

/** Where a mail comes from that is to be told of. */
@FunctionalInterface
interface MailSource {

	ReadMail read() throws UnreadableMailException;

}
