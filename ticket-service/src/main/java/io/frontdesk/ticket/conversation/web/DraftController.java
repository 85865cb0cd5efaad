package io.frontdesk.ticket.conversation.web;

import java.time.Instant;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.http.problem.PlainLine;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.ticket.conversation.Draft;
import io.frontdesk.ticket.conversation.DraftFolder;
import io.frontdesk.ticket.conversation.DraftKind;
import io.frontdesk.ticket.conversation.ExpectedDraft;
import io.frontdesk.ticket.conversation.Message;
import io.frontdesk.ticket.idempotency.KeyedRequest;
import io.frontdesk.ticket.lifecycle.IfMatch;
import io.frontdesk.ticket.sight.Viewer;

/** One's own drafts, whoever else may see the ticket. */
@RestController
@AnswersNeed(Features.TICKET_READ)
@RequestMapping("/api/v1/tickets/{ticket}/drafts/{kind}")
class DraftController {

	private final DraftFolder folder;

	DraftController(DraftFolder folder) {
		this.folder = folder;
	}

	@Says(id = "getDraft", summary = "Gives one's own draft, if there is one", answers = {HttpStatus.OK,
			HttpStatus.NO_CONTENT}, problems = {"ticket-not-found", "note-not-yours"})
	@GetMapping
	@RequiresFeatureOrClient(Features.TICKET_WRITE)
	ResponseEntity<DraftView> draft(@PathVariable long ticket, @PathVariable DraftKind kind,
			@AuthenticationPrincipal Caller caller) {
		return this.folder.find(ticket, kind, new Viewer(caller))
				.map(DraftController::answer)
				.orElseGet(() -> ResponseEntity.noContent().build());
	}

	@Says(id = "saveDraft", summary = "Saves one's own draft; If-None-Match: * for one that is not there yet", problems = {
			"draft-changed", "draft-sent", "ticket-not-found", "note-not-yours", "attachment-unknown",
			"seen-through-unknown"})
	@PutMapping
	@RequiresFeatureOrClient(Features.TICKET_WRITE)
	ResponseEntity<DraftView> save(@PathVariable long ticket, @PathVariable DraftKind kind,
			@Valid @RequestBody DraftRequest draft,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable @Pattern(regexp = "\\*") String ifNoneMatch,
			@AuthenticationPrincipal Caller caller) {
		var expected = (ifNoneMatch != null) ? new ExpectedDraft.None() : expected(ifMatch);
		return answer(this.folder.keep(ticket, kind, draft.content(), expected, new Viewer(caller)));
	}

	@Says(id = "discardDraft", summary = "Throws one's own draft away", problems = {"draft-changed",
			"ticket-not-found", "note-not-yours"})
	@DeleteMapping
	@RequiresFeatureOrClient(Features.TICKET_WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void discard(@PathVariable long ticket, @PathVariable DraftKind kind,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal Caller caller) {
		this.folder.discard(ticket, kind, expected(ifMatch), new Viewer(caller));
	}

	private static ExpectedDraft expected(@Nullable String ifMatch) {
		var version = IfMatch.version(ifMatch);
		return (version != null) ? new ExpectedDraft.Version(version) : new ExpectedDraft.Whichever();
	}

	private static ResponseEntity<DraftView> answer(Draft draft) {
		return ResponseEntity.ok().eTag(IfMatch.etag(draft.version())).body(DraftView.of(draft));
	}

	/** As much as a message takes, and as little as somebody has written so far; of copies more, from which to choose. */
	record DraftRequest(@NotNull @Size(max = 200_000) String body, @Nullable @Size(max = 500_000) String html,
			@Nullable @Size(max = 254) @PlainLine String to,
			@Nullable @Size(max = 100) List<@NotBlank @Email @Size(max = 254) @Pattern(regexp = "[^\\p{C}\\s]*") String> cc,
			@Nullable @Size(max = 50) List<UUID> attachments,
			@Nullable UUID seenThrough, @NotNull @Pattern(regexp = KeyedRequest.FORM) String idempotencyKey) {

		Draft.Content content() {
			return new Draft.Content(this.body, this.html, this.to, Objects.requireNonNullElse(this.cc, List.of()),
					Objects.requireNonNullElse(this.attachments, List.of()), this.seenThrough, this.idempotencyKey);
		}

	}

	record DraftView(String body, @Nullable String html, @Nullable String to, List<String> cc,
			List<Message.Attachment> attachments,
			@Nullable UUID seenThrough, String idempotencyKey, long version, Instant savedAt) {

		static DraftView of(Draft draft) {
			var content = draft.content();
			return new DraftView(content.body(), content.html(), content.to(), content.cc(), draft.files(),
					content.seenThrough(),
					content.idempotencyKey(), draft.version(), draft.savedAt());
		}

	}

}
