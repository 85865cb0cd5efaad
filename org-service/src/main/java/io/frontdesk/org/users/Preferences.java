package io.frontdesk.org.users;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.StaffMail;

/**
 * What users chose for themselves; null is what is usual.
 *
 * @param timeZone as IANA names it; null for that of the browser
 * @param shortcuts whether single keys do something
 * @param undoDelay in seconds, how long a reply can be taken back before it is sent; null for that of the desk
 * @param signature plain text, with line ends of one character
 */
@Embeddable
public record Preferences(@Enumerated(EnumType.STRING) @Nullable Language language, @Nullable String timeZone,
		@Enumerated(EnumType.STRING) @Nullable Theme theme, @Enumerated(EnumType.STRING) @Nullable Density density,
		@Nullable Boolean shortcuts, @Nullable Integer undoDelay,
		@Enumerated(EnumType.STRING) @Nullable AfterSend afterSend, @Nullable String signature,
		@Nullable Boolean mailNewTicket, @Nullable Boolean mailClientReplied, @Nullable Boolean mailAssigned) {

	public static final Preferences USUAL = new Preferences(null, null, null, null, null, null, null, null, null, null,
			null);

	public boolean wants(StaffMail mail) {
		var chosen = switch (mail) {
			case NEW_TICKET -> this.mailNewTicket;
			case CLIENT_REPLIED -> this.mailClientReplied;
			case ASSIGNED -> this.mailAssigned;
		};
		return Objects.requireNonNullElse(chosen, StaffMail.USUAL.contains(mail));
	}

	List<StaffMail> mails() {
		return Stream.of(StaffMail.values()).filter(this::wants).toList();
	}

	Preferences with(PreferencesChange wanted) {
		return new Preferences(chosen(wanted.language(), this.language), chosen(wanted.timeZone(), this.timeZone),
				chosen(wanted.theme(), this.theme), chosen(wanted.density(), this.density),
				chosen(wanted.shortcuts(), this.shortcuts), chosen(wanted.undoDelay(), this.undoDelay),
				chosen(wanted.afterSend(), this.afterSend), chosen(wanted.signature(), this.signature),
				chosen(wanted.mailNewTicket(), this.mailNewTicket),
				chosen(wanted.mailClientReplied(), this.mailClientReplied),
				chosen(wanted.mailAssigned(), this.mailAssigned));
	}

	private static <T> @Nullable T chosen(@Nullable Optional<T> wanted, @Nullable T before) {
		return (wanted != null) ? wanted.orElse(null) : before;
	}

}
