package io.frontdesk.ticket.conversation.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.http.listing.Cursors;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.ticket.conversation.Addressees;
import io.frontdesk.ticket.conversation.Closing;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.conversation.Message;
import io.frontdesk.ticket.conversation.ReplyHtml;
import io.frontdesk.ticket.conversation.Submission;
import io.frontdesk.ticket.conversation.WriteMessage;
import io.frontdesk.ticket.idempotency.KeyedRequest;
import io.frontdesk.ticket.people.PersonView;
import io.frontdesk.ticket.recipients.Recipients;
import io.frontdesk.ticket.sight.Viewer;
import io.frontdesk.ticket.trail.Delivery;

@RestController
@AnswersNeed(Features.TICKET_READ)
@RequestMapping("/api/v1/tickets/{ticket}/messages")
class MessageController {

	/** A mail's HTML is a stranger's: nothing runs, nothing is fetched but images, nothing leaves. */
	private static final String BODY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:%s; "
			+ "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
			+ "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

	private static final String TEXT_POLICY = "default-src 'none'; frame-ancestors 'self'; sandbox";

	private final Conversation conversation;

	private final WriteMessage writing;

	private final Blobs blobs;

	private final Cursors cursors;

	MessageController(Conversation conversation, WriteMessage writing, Blobs blobs, Cursors cursors) {
		this.conversation = conversation;
		this.writing = writing;
		this.blobs = blobs;
		this.cursors = cursors;
	}

	@Says(id = "listMessages", summary = "Lists the messages of a ticket", problems = {"ticket-not-found",
			"bad-cursor"})
	@GetMapping
	@RequiresFeatureOrClient(Features.TICKET_READ)
	ListView messages(@PathVariable long ticket, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit, @AuthenticationPrincipal Caller caller) {
		var list = "messages of " + ticket;
		var page = this.conversation.page(ticket, new Viewer(caller), this.cursors.takeId(list, cursor), limit);
		return new ListView(page.messages().stream().map(MessageView::of).toList(),
				this.cursors.giveId(list, page.next()), page.total());
	}

	@Says(id = "createMessage", summary = "Writes a reply or a note; the draft with the same key ends", problems = {
			"newer-messages", "recipients-changed", "taken-back", "ticket-not-found", "seen-through-unknown",
			"attachment-unknown",
			"key-used-otherwise", "note-not-yours", "recipients-not-yours", "recipient-not-requester",
			"too-many-copies", "no-recipients"}, tells = Conflict.class)
	@PostMapping
	@RequiresFeatureOrClient(Features.TICKET_WRITE)
	@ResponseStatus(HttpStatus.CREATED)
	MessageView write(@PathVariable long ticket, @Valid @RequestBody NewMessageRequest message,
			@RequestHeader(name = KeyedRequest.HEADER, required = false) @Pattern(regexp = KeyedRequest.FORM) @Nullable String key,
			@AuthenticationPrincipal Caller caller) {
		var viewer = new Viewer(caller);
		var request = KeyedRequest.of(viewer.id(), key, List.of(ticket, message));
		return MessageView.of(this.writing.write(ticket, message.submission(), viewer, request));
	}

	@Says(id = "takeBackMessage", summary = "Takes back a reply that is still held", problems = {"already-sent",
			"ticket-not-found", "message-not-found"})
	@DeleteMapping("/{message}")
	@RequiresFeature(Features.TICKET_WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeBack(@PathVariable long ticket, @PathVariable UUID message, @AuthenticationPrincipal Caller caller) {
		this.conversation.takeBack(ticket, message, new Viewer(caller));
	}

	@Says(id = "getMessageBody", summary = "Gives the HTML of a message, made safe", answers = {HttpStatus.OK,
			HttpStatus.NO_CONTENT}, produces = "text/html", problems = {"ticket-not-found", "message-not-found"})
	@GetMapping("/{message}/body")
	@RequiresFeatureOrClient(Features.TICKET_READ)
	ResponseEntity<String> body(@PathVariable long ticket, @PathVariable UUID message,
			@RequestParam(defaultValue = "false") boolean remoteImages,
			@RequestParam(defaultValue = "true") boolean quoted, @AuthenticationPrincipal Caller caller) {
		return this.conversation.html(ticket, message, new Viewer(caller), remoteImages, quoted)
				.map(html -> ResponseEntity.ok()
						.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
						.header("Content-Security-Policy", BODY_POLICY.formatted(remoteImages ? " https: http:" : ""))
						.header("Referrer-Policy", "no-referrer")
						.body(html))
				.orElseGet(() -> ResponseEntity.noContent().build());
	}

	@Says(id = "getMessageText", summary = "Gives all of the text of a message, with what it quotes", produces = "text/plain", problems = {
			"ticket-not-found", "message-not-found"})
	@GetMapping("/{message}/text")
	@RequiresFeatureOrClient(Features.TICKET_READ)
	ResponseEntity<String> text(@PathVariable long ticket, @PathVariable UUID message,
			@AuthenticationPrincipal Caller caller) {
		return ResponseEntity.ok()
				.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
				.header("Content-Security-Policy", TEXT_POLICY)
				.body(this.conversation.wholeBody(ticket, message, new Viewer(caller)));
	}

	@Says(id = "getMessageSource", summary = "Gives the mail that a message came by", produces = "message/rfc822", problems = {
			"ticket-not-found", "message-not-found"})
	@GetMapping("/{message}/source")
	@RequiresFeature(Features.TICKET_READ)
	ResponseEntity<Resource> source(@PathVariable long ticket, @PathVariable UUID message,
			@AuthenticationPrincipal Caller caller) {
		var blob = this.conversation.source(ticket, message, new Viewer(caller));
		return ResponseEntity.ok()
				.contentType(MediaType.parseMediaType("message/rfc822"))
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(message + ".eml").build().toString())
				.body(new FileSystemResource(this.blobs.file(blob)));
	}

	record NewMessageRequest(@NotNull MessageKind kind, @NotBlank @Size(max = 200_000) String body,
			@Nullable @Size(max = 500_000) String html,
			@Nullable @Size(max = 400) String to,
			@Nullable @Size(max = Addressees.MOST_COPIES) List<@NotBlank @Email @Size(max = 254) @Pattern(regexp = "[^\\p{C}\\s]*") String> cc,
			@Nullable @Valid ShownRecipients seenRecipients, @Nullable @Size(max = 50) List<UUID> attachments,
			@Nullable Boolean close, @Nullable UUID seenThrough,
			@Nullable @Min(0) @Max(30) Integer hold) {

		Submission submission() {
			return new Submission(this.kind, this.body, (this.html != null) ? ReplyHtml.sanitised(this.html) : null,
					new Addressees(this.to, this.cc, ShownRecipients.recipients(this.seenRecipients)),
					Objects.requireNonNullElse(this.attachments, List.of()), Boolean.TRUE.equals(this.close),
					this.seenThrough, (this.hold != null) ? Duration.ofSeconds(this.hold) : null);
		}

	}

	/** The ticket's {@code proposed} as it was shown: compared, and never mailed to. */
	record ShownRecipients(@NotNull @Size(max = 400) String to,
			@NotNull @Size(max = 100) List<@NotNull @Size(max = 400) String> cc) {

		static @Nullable Recipients recipients(@Nullable ShownRecipients shown) {
			return (shown != null) ? new Recipients(shown.to, shown.cc) : null;
		}

	}

	record ListView(List<MessageView> items, @Nullable String nextCursor, long total) {}

	record MessageView(UUID id, MessageKind kind, PersonView author, String body, boolean hasQuoted, boolean hasHtml,
			List<String> cc, List<Message.Attachment> attachments, Instant sentAt, @Nullable Instant heldUntil,
			@Nullable Delivery delivery, boolean verified, @Nullable Closing closing) {

		static MessageView of(Message message) {
			return new MessageView(message.id(), message.kind(), PersonView.of(message.author()), message.body(),
					message.hasQuoted(), message.hasHtml(), message.cc(), message.attachments(), message.sentAt(),
					message.heldUntil(), message.delivery(), message.verified(), message.closing());
		}

	}

	/** What newer-messages has, the ids of those, and recipients-changed: what was shown, and what it is by now. */
	record Conflict(@Nullable List<UUID> messages, @Nullable Recipients seen, @Nullable Recipients proposed) {}

}
