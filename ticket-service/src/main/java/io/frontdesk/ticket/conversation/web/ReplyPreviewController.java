package io.frontdesk.ticket.conversation.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.MessageKind;
import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.ticket.conversation.Addressees;
import io.frontdesk.ticket.conversation.Rehearsal;
import io.frontdesk.ticket.conversation.ReplyHtml;
import io.frontdesk.ticket.conversation.Submission;
import io.frontdesk.ticket.conversation.ToldReply;
import io.frontdesk.ticket.sight.Viewer;

/** The first half: whether the caller may, and what would be told. The gateway has notification-service write the mail. */
@RestController
@AnswersNeed(Features.TICKET_READ)
class ReplyPreviewController {

	private final Rehearsal rehearsal;

	ReplyPreviewController(Rehearsal rehearsal) {
		this.rehearsal = rehearsal;
	}

	@Says(id = "previewReply", summary = "Shows a reply as the client would get it; nothing is kept or sent", gives = "MailPreview", problems = {
			"ticket-not-found", "attachment-unknown", "recipient-not-requester", "too-many-copies"})
	@PostMapping("/api/v1/notifications/preview")
	@RequiresFeature(Features.TICKET_WRITE)
	ToldReply preview(@Valid @RequestBody ReplyPreviewRequest reply, @AuthenticationPrincipal Caller caller) {
		return this.rehearsal.tell(reply.ticketId(), reply.submission(), new Viewer(caller));
	}

	/** As much as a message takes. */
	record ReplyPreviewRequest(@NotNull Long ticketId, @NotBlank @Size(max = 200_000) String body,
			@Nullable @Size(max = 500_000) String html,
			@Nullable @Size(max = 400) String to,
			@Nullable @Size(max = Addressees.MOST_COPIES) List<@NotBlank @Email @Size(max = 254) @Pattern(regexp = "[^\\p{C}\\s]*") String> cc,
			@Nullable @Size(max = 50) List<UUID> attachments, @Nullable Boolean close) {

		Submission submission() {
			return new Submission(MessageKind.REPLY, this.body,
					(this.html != null) ? ReplyHtml.sanitised(this.html) : null,
					new Addressees(this.to, this.cc, null),
					Objects.requireNonNullElse(this.attachments, List.of()), Boolean.TRUE.equals(this.close), null,
					null);
		}

	}

}
