package io.frontdesk.notification.preview;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.notification.outbound.NewDelivery;
import io.frontdesk.notification.outbound.NewDelivery.Content;
import io.frontdesk.notification.outbound.Notification;
import io.frontdesk.notification.outbound.OutboundSettings;

/**
 * A mail that nobody sends.
 *
 * @param suppressed why it would not be sent to whom it is for; null if it would
 * @param closing the mail that would tell them that the ticket is closed with the reply; null if there would be none
 */
public record MailPreview(Sender from, String to, List<String> cc, String subject, String text, @Nullable String html,
		List<Notification.Mail.File> attachments, @Nullable String suppressed, @Nullable Content closing) {

	static MailPreview of(NewDelivery mail, OutboundSettings from, @Nullable String suppressed,
			@Nullable Content closing) {
		return new MailPreview(new Sender(from.address(), from.name()), mail.to(), mail.cc(), mail.content().subject(),
				mail.content().text(), mail.content().html(),
				mail.files().stream().map(Notification.Mail.File::of).toList(), suppressed, closing);
	}

	public record Sender(String address, String name) {}

}
