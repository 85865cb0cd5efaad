package io.frontdesk.notification.outbound.web;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.notification.outbound.FailedFilter;
import io.frontdesk.notification.outbound.Notification;
import io.frontdesk.notification.outbound.NotificationFilter;
import io.frontdesk.notification.outbound.NotificationLog;
import io.frontdesk.notification.outbound.Postman;
import io.frontdesk.notification.outbound.RetriedMails;

@RestController
@AnswersNeed(Features.MAIL_READ)
@RequestMapping("/api/v1/notifications")
class NotificationController {

	private final NotificationLog log;

	private final Postman postman;

	NotificationController(NotificationLog log, Postman postman) {
		this.log = log;
		this.postman = postman;
	}

	@Says(id = "listNotifications", summary = "Lists the mails that were to go out", problems = {"bad-time",
			"bad-cursor"})
	@GetMapping
	@RequiresFeature(Features.MAIL_READ)
	ListView notifications(@Valid NotificationFilter wanted, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
		var page = this.log.page(wanted, cursor, limit);
		return new ListView(page.notifications(), page.next(), page.total(), page.totalCapped());
	}

	@Says(id = "getNotification", summary = "Gives a mail that was to go out", problems = "notification-not-found")
	@GetMapping("/{id}")
	@RequiresFeature(Features.MAIL_READ)
	MailView notification(@PathVariable UUID id) {
		return MailView.of(this.log.get(id));
	}

	@Says(id = "retryNotification", summary = "Sends a failed mail again, perhaps to another address", problems = {
			"not-to-be-retried", "not-to-be-readdressed", "recipient-barred", "notification-not-found"})
	@PostMapping("/{id}/retry")
	@RequiresFeature(Features.MAIL_MANAGE)
	MailView retry(@PathVariable UUID id, @RequestBody(required = false) @Valid @Nullable RetryRequest wanted) {
		if (wanted == null || wanted.to() == null) {
			this.postman.retry(id);
		} else {
			this.postman.retry(id, wanted.to());
		}
		return MailView.of(this.log.get(id));
	}

	@Says(id = "retryNotifications", summary = "Sends the failed mails again that failed for one reason", problems = "bad-time")
	@PostMapping("/retry")
	@RequiresFeature(Features.MAIL_MANAGE)
	RetriedMails.Result retryAll(@Valid @RequestBody FailedFilter wanted) {
		return this.postman.retryAll(wanted);
	}

	/** @param to where it is sent instead; null for where it was to go */
	record RetryRequest(
			@Nullable @Email @Size(min = 3, max = 254) @Pattern(regexp = "[^\\p{C}\\s]*") String to) {}

	/** @param totalCapped whether there are more than the total says */
	record ListView(List<Notification> items, @Nullable String nextCursor, int total, boolean totalCapped) {}

	record MailView(@JsonUnwrapped Notification notification, String addressedTo, List<String> cc, String text,
			@Nullable String html, @Nullable String inReplyTo, List<String> references,
			List<Notification.Mail.File> attachments) {

		static MailView of(Notification.Mail mail) {
			return new MailView(mail.notification(), mail.addressedTo(), mail.cc(), mail.text(), mail.html(),
					mail.inReplyTo(), mail.references(), mail.attachments());
		}

	}

}
