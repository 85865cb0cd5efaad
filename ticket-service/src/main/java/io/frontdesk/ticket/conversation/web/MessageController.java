package io.frontdesk.ticket.conversation.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.MessageKind;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.people.PersonView;

@RestController
class MessageController {

	private final Conversation conversation;

	MessageController(Conversation conversation) {
		this.conversation = conversation;
	}

	@GetMapping("/api/v1/tickets/{ticket}/messages")
	@RequiresFeatureOrClient(Features.TICKET_READ)
	ListView messages(@PathVariable long ticket, @RequestParam(required = false) @Nullable UUID cursor,
			@RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit, @AuthenticationPrincipal Caller caller) {
		var page = this.conversation.page(ticket, caller.actor(), cursor, limit);
		return new ListView(page.messages().stream().map(MessageView::of).toList(), page.next(), page.total());
	}

	record ListView(List<MessageView> items, @Nullable UUID nextCursor, long total) {}

	record MessageView(UUID id, MessageKind kind, PersonView author, String body, boolean hasHtml,
			List<Conversation.Attachment> attachments, Instant sentAt, @Nullable Instant heldUntil,
			@Nullable String delivery) {

		static MessageView of(Conversation.Message message) {
			return new MessageView(message.id(), message.kind(), PersonView.of(message.author()), message.body(),
					message.hasHtml(), message.attachments(), message.sentAt(), null, null);
		}

	}

}
