package io.frontdesk.mail.reading;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.AddressForm;

/** The mail that a report is about, as far as the report has it: as a part, as a file or in its text. */
record OriginalMail(MailContent content) {

	private static final Pattern QUOTED_ID = Pattern
			.compile("(?im)^[\\s>|]{0,10}message-id:\\s{0,5}(<[^<>\\s]{3,300}>)");

	private static final Pattern QUOTED_TO = Pattern.compile("(?im)^[\\s>|]{0,10}to:(.{3,300})$");

	private static final int MAX_FILES = 20;

	private static final int BEGINNING = 64 << 10;

	/** To whom the mail went that came back. */
	Set<String> addressees() throws MessagingException {
		var all = new LinkedHashSet<String>();
		for (var original : this.content.originals()) {
			for (var value : MailPart.message(original).headers("To")) {
				Addresses.of(value).forEach(to -> all.add(AddressForm.of(to.address())));
			}
		}
		var quoted = QUOTED_TO.matcher(Work.metered(this.content.text()));
		if (all.isEmpty() && quoted.find()) {
			Addresses.of(quoted.group(1)).forEach(to -> all.add(AddressForm.of(to.address())));
		}
		return all;
	}

	/** Wherever it stands. */
	@Nullable
	String id() throws MessagingException, IOException {
		for (var original : this.content.originals()) {
			var id = MessageIds.first(MailPart.message(original), "Message-ID");
			if (id != null) {
				return id;
			}
		}
		var quoted = quotedId(this.content.text());
		return (quoted != null) ? quoted : attachedId();
	}

	/** Of an original that is attached as a file of some other type. */
	private @Nullable String attachedId() throws IOException {
		for (var file : this.content.attachments().stream().limit(MAX_FILES).toList()) {
			var id = quotedId(file.beginning(BEGINNING));
			if (id != null) {
				return id;
			}
		}
		return null;
	}

	private static @Nullable String quotedId(String text) {
		var quoted = QUOTED_ID.matcher(Work.metered(text));
		return quoted.find() ? quoted.group(1) : null;
	}

}
