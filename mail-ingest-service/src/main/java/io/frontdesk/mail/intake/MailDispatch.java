package io.frontdesk.mail.intake;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.Person;
import io.frontdesk.events.sending.Events;
import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.mail.reading.MailReader;
import io.frontdesk.mail.reading.Reading;
import io.frontdesk.mail.reading.UnreadableMailException;

/** Takes mails from the ledger, reads them and sends them on; and notes what became of them. */
@Component
@Transactional
public class MailDispatch {

	private static final Logger log = LoggerFactory.getLogger(MailDispatch.class);

	private final Ledger ledger;

	private final MailReader reader;

	private final Blobs blobs;

	private final Events events;

	private final IntakeSettings settings;

	private final InstantSource clock;

	MailDispatch(Ledger ledger, MailReader reader, Blobs blobs, Events events, IntakeSettings settings,
			InstantSource clock) {
		this.ledger = ledger;
		this.reader = reader;
		this.blobs = blobs;
		this.events = events;
		this.settings = settings;
		this.clock = clock;
	}

	/** Sends on the oldest unread mail; false if there is none. */
	public boolean dispatchNext() {
		var next = this.ledger.nextUnread();
		next.ifPresent(this::dispatch);
		return next.isPresent();
	}

	private void dispatch(IntakeEntry entry) {
		try {
			var reading = this.reader.read(() -> this.blobs.open(entry.blob()), this.settings::isOurs);
			var same = this.ledger.findSame(reading.messageId(), reading.contentDigest(), entry.id());
			entry.read(reading, this.clock.instant());
			judge(entry, reading, same);
		} catch (UnreadableMailException ex) {
			log.warn("Mail {} in {} is quarantined: {}", entry.id(), entry.mailbox(), ex.reason());
			entry.quarantine(ex.reason(), this.clock.instant());
		} catch (NoSuchFileException ex) {
			log.error("Mail {} in {} is quarantined: its raw content is not in the blob store", entry.id(),
					entry.mailbox());
			entry.quarantine("Its raw content is not in the blob store", this.clock.instant());
		} catch (IOException ex) {
			throw new IllegalStateException("Mail %s can't be read from the blob store".formatted(entry.id()), ex);
		}
		this.ledger.flush();
	}

	private void judge(IntakeEntry entry, Reading reading, Optional<UUID> same) throws IOException {
		if (same.isPresent()) {
			entry.ignore("The same mail, by Message-ID and content, was taken before as " + same.get());
		} else if (reading.classification() == Classification.LOOP
				|| reading.classification() == Classification.BOUNCE) {
			entry.ignore(String.join("; ", reading.reasons()));
		} else if (reading.from() == null) {
			entry.quarantine("The mail has no sender whom one could answer", this.clock.instant());
		} else {
			this.events.publish(received(entry, reading, reading.from()));
		}
	}

	private MailReceived received(IntakeEntry entry, Reading reading, Person from) throws IOException {
		return new MailReceived(entry.id(), entry.mailbox(), entry.receivedAt(), reading.messageId(),
				reading.inReplyTo(), reading.references(), from, reading.to(), reading.cc(), reading.recipients(),
				reading.subject(), reading.text(), reading.visibleText(), reading.html(),
				store(reading.attachments()), entry.blob(), reading.classification(), reading.absence(),
				bounce(reading.bounce()), reading.reasons());
	}

	private static MailReceived.@Nullable Bounce bounce(Reading.@Nullable Bounce told) {
		return (told == null)
				? null
				: new MailReceived.Bounce(told.recipients(), told.hard(), told.action(), told.status(),
						told.diagnostic(), told.originalMessageId());
	}

	private List<StoredFile> store(List<Reading.Attachment> attachments) throws IOException {
		var stored = new ArrayList<StoredFile>();
		for (var attachment : attachments) {
			var blob = this.blobs.store(attachment.content());
			stored.add(new StoredFile(attachment.filename(), attachment.contentType(), blob.size(), blob.key(),
					blob.key(), attachment.contentId(), attachment.inline()));
		}
		return stored;
	}

	public void becameTicket(UUID entry, long ticket) {
		this.ledger.findById(entry).ifPresent(found -> found.becameTicket(ticket));
	}

	public void becameFollowUp(UUID entry, long ticket) {
		this.ledger.findById(entry).ifPresent(found -> found.becameFollowUp(ticket));
	}

}
