package io.frontdesk.ticket.conversation;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.ticket.idempotency.IdempotencyKeys;
import io.frontdesk.ticket.idempotency.KeyedRequest;
import io.frontdesk.ticket.idempotency.Made;
import io.frontdesk.ticket.sight.Viewer;

/** Writes a message, once for each key; the draft that was to be sent with the key ends with that. */
@Component
@Transactional
public class WriteMessage {

	private final Conversation conversation;

	private final Drafts drafts;

	private final IdempotencyKeys keys;

	private final InstantSource clock;

	WriteMessage(Conversation conversation, Drafts drafts, IdempotencyKeys keys, InstantSource clock) {
		this.conversation = conversation;
		this.drafts = drafts;
		this.keys = keys;
		this.clock = clock;
	}

	/** @param request by which one that is sent again writes no second message; null if it has no key */
	public Message write(long ticket, Submission submission, Viewer viewer, @Nullable KeyedRequest request) {
		return (request == null)
				? this.conversation.write(ticket, submission, viewer)
				: this.keys.lock(request)
						.map(made -> this.conversation.again(ticket, Objects.requireNonNull(made.message()), viewer))
						.orElseGet(() -> writeOnce(ticket, submission, viewer, request));
	}

	private Message writeOnce(long ticket, Submission submission, Viewer viewer, KeyedRequest request) {
		var written = this.conversation.write(ticket, submission, viewer);
		this.drafts.deleteSent(ticket, request.caller(), request.key());
		this.keys.remember(request, new Made(ticket, written.id()),
				this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		return written;
	}

}
