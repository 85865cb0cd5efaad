package io.frontdesk.mail.intake;

import java.util.List;

import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.mail.reading.Reading;

/** @param files what is attached to it, in the blob store; none where nobody is told of the mail */
record ReadMail(Reading reading, List<StoredFile> files) {}
