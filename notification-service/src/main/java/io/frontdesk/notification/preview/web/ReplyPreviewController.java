package io.frontdesk.notification.preview.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.notification.preview.MailPreview;
import io.frontdesk.notification.preview.ReplyPreview;

/** The second half: the mail of what ticket-service would tell, which the gateway has asked first. */
@RestController
@AnswersNeed(Features.TICKET_READ)
class ReplyPreviewController {

	private final ReplyPreview preview;

	ReplyPreviewController(ReplyPreview preview) {
		this.preview = preview;
	}

	@Says(id = "previewReply", summary = "Writes the mail of a reply", second = true)
	@PostMapping("/api/v1/notifications/preview")
	@RequiresFeature(Features.TICKET_WRITE)
	MailPreview preview(@Valid @RequestBody ToldReply told) {
		return this.preview.of(told.reply(), told.closed());
	}

	/** @param closed null unless the ticket would close with it */
	record ToldReply(@NotNull TicketMessageAdded reply, @Nullable TicketStatusChanged closed) {

		@AssertTrue(message = "is no reply that is whole")
		boolean isWhole() {
			return this.reply == null || isReply(this.reply.message()) && isWhole(this.reply.ticket())
					&& (this.closed == null || isWhole(this.closed.ticket()) && this.closed.from() != null
							&& this.closed.to() != null);
		}

		private static boolean isReply(TicketMessageAdded.@Nullable Message message) {
			return message != null && message.kind() == MessageKind.REPLY && message.body() != null
					&& message.cc() != null && message.attachments() != null && isWhole(message.author());
		}

		private static boolean isWhole(@Nullable TicketSnapshot ticket) {
			return ticket != null && ticket.subject() != null && isWhole(ticket.requester());
		}

		private static boolean isWhole(@Nullable Person person) {
			return person != null && person.id() != null && person.email() != null && person.firstName() != null
					&& person.lastName() != null;
		}

	}

}
