package io.frontdesk.mail.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.mail.reading.Heading;
import io.frontdesk.mail.reading.MailReader;
import io.frontdesk.mail.reading.Reading;
import io.frontdesk.mail.reading.UnreadableMailException;

/** Reads the mails of the ledger from the blob store. */
@Component
class LedgerReader {

	private static final Logger log = LoggerFactory.getLogger(LedgerReader.class);

	private static final String UNFORESEEN = "Something in it can't be read, and the log of mail-ingest-service has where. "
			+ "Release it: it becomes a ticket that has the mail attached as it came";

	private final Blobs blobs;

	private final MailReader reader;

	private final IntakeSettings settings;

	private final ReplyAddressChecks replyAddresses;

	LedgerReader(Blobs blobs, MailReader reader, IntakeSettings settings, ReplyAddressChecks replyAddresses) {
		this.blobs = blobs;
		this.reader = reader;
		this.settings = settings;
		this.replyAddresses = replyAddresses;
	}

	/**
	 * With what is attached to it in the store, if anybody is to be told of it.
	 *
	 * @throws UncheckedIOException if the blob store does not answer
	 */
	ReadMail readWhole(String blob) throws UnreadableMailException {
		var reading = read(blob);
		return (reading.from() != null && reading.classification() != Classification.LOOP)
				? whole(reading)
				: new ReadMail(reading.withoutAttachments(), List.of());
	}

	/** @throws UncheckedIOException if the blob store does not answer */
	ReadMail whole(Reading reading) {
		return new ReadMail(reading.withoutAttachments(), reading.attachments().stream().map(this::store).toList());
	}

	private StoredFile store(Reading.Attachment attachment) {
		try {
			var blob = this.blobs.store(attachment.content());
			return new StoredFile(attachment.filename(), attachment.contentType(), blob.size(), blob.key(), blob.key(),
					attachment.contentId(), attachment.inline());
		} catch (IOException ex) {
			throw new UncheckedIOException("An attachment can't be stored", ex);
		}
	}

	Heading heading(String blob) {
		return Heading.of(() -> this.blobs.open(blob), this::isOurs);
	}

	private boolean isOurs(String address) {
		return this.settings.isOurs(address) || this.replyAddresses.include(address);
	}

	/** @throws UncheckedIOException if the blob store does not answer */
	Reading read(String blob) throws UnreadableMailException {
		try {
			return this.reader.read(() -> this.blobs.open(blob), this::isOurs);
		} catch (NoSuchFileException ex) {
			throw new UnreadableMailException(
					"The blob store has lost its content. Bring back its directory from a backup, then try it again",
					ex);
		} catch (IOException ex) {
			throw new UncheckedIOException("The blob %s can't be read".formatted(blob), ex);
		} catch (UncheckedIOException ex) {
			throw ex;
		} catch (RuntimeException | StackOverflowError ex) {
			log.error("The mail of blob {} can't be read", blob, ex);
			throw new UnreadableMailException(UNFORESEEN, ex);
		}
	}

}
