package io.frontdesk.mail.intake.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.Authentication;
import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.deadline.RequestDeadline;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.mail.intake.IntakeBook;
import io.frontdesk.mail.intake.IntakeFilter;
import io.frontdesk.mail.intake.IntakeList;
import io.frontdesk.mail.intake.IntakeStep;
import io.frontdesk.mail.intake.LedgerRow;
import io.frontdesk.mail.intake.Outcome;
import io.frontdesk.mail.intake.Quarantine;
import io.frontdesk.mail.reading.Reading;

@RestController
@AnswersNeed(Features.MAIL_READ)
@RequestMapping("/api/v1/intake")
class IntakeController {

	private static final MediaType MAIL = MediaType.parseMediaType("message/rfc822");

	private final IntakeList list;

	private final IntakeBook book;

	private final Quarantine quarantine;

	IntakeController(IntakeList list, IntakeBook book, Quarantine quarantine) {
		this.list = list;
		this.book = book;
		this.quarantine = quarantine;
	}

	@Says(id = "listIntake", summary = "Lists the mails that came", problems = {"bad-time", "bad-cursor"})
	@GetMapping
	@RequiresFeature(Features.MAIL_READ)
	ListView mails(@Valid IntakeFilter filter, @Valid PageRequest page) {
		return ListView.of(this.list.page(filter, page.cursor(), page.size()));
	}

	@Says(id = "getIntakeMail", summary = "Gives a mail that came, with what became of it", problems = "mail-not-found")
	@GetMapping("/{id}")
	@RequiresFeature(Features.MAIL_READ)
	DetailView mail(@PathVariable UUID id) {
		return DetailView.of(this.book.detail(id));
	}

	/** The raw mail, byte for byte as it came. */
	@Says(id = "getIntakeSource", summary = "Gives a mail as it came", produces = "message/rfc822", problems = {
			"mail-not-found", "source-lost"})
	@GetMapping("/{id}/source")
	@RequiresFeature(Features.MAIL_READ)
	ResponseEntity<Resource> source(@PathVariable UUID id) {
		return ResponseEntity.ok()
				.contentType(MAIL)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(id + ".eml").build().toString())
				.header("Content-Security-Policy", "default-src 'none'; sandbox")
				.body(new FileSystemResource(this.book.source(id)));
	}

	/** Reads a quarantined mail once more, within the bounds of reading; the answer tells how that ended. */
	@Says(id = "retryIntakeMail", summary = "Reads a quarantined mail once more", problems = {"mail-not-quarantined",
			"mail-not-found", "source-lost", "mail-still-refused"})
	@PostMapping("/{id}/retry")
	@RequiresFeature(Features.MAIL_MANAGE)
	DetailView retry(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
		return RequestDeadline.lifted(() -> {
			this.quarantine.retry(id, caller.person());
			return mail(id);
		});
	}

	/** Makes a quarantined mail a ticket as it is. */
	@Says(id = "releaseIntakeMail", summary = "Makes a quarantined mail a ticket", problems = {"mail-not-quarantined",
			"mail-taken-before", "mail-not-found", "source-lost", "sender-unknown"})
	@PostMapping("/{id}/release")
	@RequiresFeature(Features.MAIL_MANAGE)
	DetailView release(@PathVariable UUID id, @RequestBody(required = false) @Valid @Nullable ReleaseRequest request,
			@AuthenticationPrincipal Caller caller) {
		return RequestDeadline.lifted(() -> {
			this.quarantine.release(id, (request != null) ? request.requester() : null, caller.person());
			return mail(id);
		});
	}

	record PageRequest(@Nullable String cursor, @Nullable @Min(1) @Max(200) Integer limit) {

		private static final int USUAL_LIMIT = 50;

		int size() {
			return (this.limit != null) ? this.limit : USUAL_LIMIT;
		}

	}

	/** @param from whose ticket it is to be; null for the mail's own sender */
	record ReleaseRequest(@Nullable @Email @Size(max = 254) String from) {

		@Nullable
		Person requester() {
			return (this.from == null || this.from.isBlank()) ? null : Person.of(this.from, "");
		}

	}

	record ListView(List<LedgerRow> items, @Nullable String nextCursor, int total, boolean totalCapped) {

		static ListView of(IntakeList.Page page) {
			return new ListView(page.rows(), page.next(), page.total(), page.totalCapped());
		}

	}

	/** @param reading what it says, as it would be read now; null if it can't be */
	record DetailView(UUID id, String mailbox, long uidValidity, long uid, Instant receivedAt, long size,
			String sha256, @Nullable String messageId, @Nullable String from, @Nullable String fromName,
			@Nullable String subject, Outcome outcome, @Nullable String reason,
			@Nullable Classification classification, @Nullable Long ticketId, List<IntakeStep> steps,
			@Nullable ReadingView reading) {

		static DetailView of(IntakeBook.Detail detail) {
			var mail = detail.mail();
			var reading = detail.reading();
			return new DetailView(mail.id(), mail.mailbox(), mail.uidValidity(), mail.uid(), mail.receivedAt(),
					mail.size(), mail.sha256(), mail.messageId(), mail.from(), mail.fromName(), mail.subject(),
					mail.outcome(), mail.reason(), mail.classification(), mail.ticketId(), detail.steps(),
					(reading != null) ? ReadingView.of(reading, detail.authentication()) : null);
		}

	}

	/** @param authentication null where no server says anything whose word counts */
	record ReadingView(String text, String visibleText, @Nullable String html, List<String> to, List<String> cc,
			@Nullable String inReplyTo, List<String> references, List<AttachmentView> attachments,
			@Nullable Authentication authentication, boolean spam) {

		static ReadingView of(Reading reading, @Nullable Authentication authentication) {
			return new ReadingView(reading.text(), reading.visibleText(), reading.html(), reading.to(), reading.cc(),
					reading.inReplyTo(), reading.references(),
					reading.attachments().stream().map(AttachmentView::of).toList(), authentication,
					reading.provenance().spam());
		}

	}

	record AttachmentView(String filename, String contentType, long size, String sha256) {

		static AttachmentView of(Reading.Attachment attachment) {
			var measured = attachment.measured();
			return new AttachmentView(attachment.filename(), attachment.contentType(), measured.size(),
					measured.sha256());
		}

	}

}
