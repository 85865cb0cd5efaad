package io.frontdesk.mail.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

import org.springframework.stereotype.Component;

import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.mail.reading.MailReader;
import io.frontdesk.mail.reading.Reading;
import io.frontdesk.mail.reading.UnreadableMailException;

/** Reads the mails of the ledger from the blob store. */
@Component
class LedgerReader {

	private final Blobs blobs;

	private final MailReader reader;

	private final IntakeSettings settings;

	LedgerReader(Blobs blobs, MailReader reader, IntakeSettings settings) {
		this.blobs = blobs;
		this.reader = reader;
		this.settings = settings;
	}

	/** @throws UncheckedIOException if the blob store does not answer */
	Reading read(String blob) throws UnreadableMailException {
		try {
			return this.reader.read(() -> this.blobs.open(blob), this.settings::isOurs);
		} catch (NoSuchFileException ex) {
			throw new UnreadableMailException("Its raw content is not in the blob store", ex);
		} catch (IOException ex) {
			throw new UncheckedIOException("The blob %s can't be read".formatted(blob), ex);
		}
	}

}
