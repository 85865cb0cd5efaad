package io.frontdesk.org.users;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.frontdesk.http.problem.InvalidField;

/** What somebody wants to be different for themselves; null leaves a field alone, empty goes back to what is usual. */
public record PreferencesChange(@Nullable Optional<Language> language, @Nullable Optional<String> timeZone,
		@Nullable Optional<Theme> theme, @Nullable Optional<Density> density, @Nullable Optional<Boolean> shortcuts,
		@Nullable Optional<Integer> undoDelay, @Nullable Optional<AfterSend> afterSend,
		@Nullable Optional<String> signature, @Nullable Optional<Boolean> mailNewTicket,
		@Nullable Optional<Boolean> mailClientReplied, @Nullable Optional<Boolean> mailAssigned) {

	private static final int LONGEST_DELAY = 30;

	private static final int LONGEST_SIGNATURE = 2_000;

	private static final Pattern TEXT = Pattern.compile("[^\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u2028\\u2029]*");

	/** Of the JDK alone: browsers don't know them. */
	private static final String NOT_IANA = "SystemV/";

	public PreferencesChange {
		signature = (signature != null)
				? signature.map(text -> text.replace("\r\n", "\n").replace('\r', '\n').strip())
						.filter(text -> !text.isEmpty())
				: null;
	}

	/** What can't be taken of it. */
	List<InvalidField> faults(boolean staff) {
		var faults = new ArrayList<InvalidField>();
		if (this.timeZone != null && this.timeZone.filter(zone -> !isZone(zone)).isPresent()) {
			faults.add(new InvalidField("preferences.timeZone", "must be a time zone as IANA names it: Europe/Berlin"));
		}
		if (this.undoDelay != null && this.undoDelay.filter(delay -> delay < 0 || delay > LONGEST_DELAY).isPresent()) {
			faults.add(new InvalidField("preferences.undoDelay",
					"must be between 0 and %d seconds".formatted(LONGEST_DELAY)));
		}
		if (this.signature != null) {
			this.signature.ifPresent(text -> check(text, faults));
		}
		if (!staff) {
			refuse("signature", this.signature, faults);
			refuse("preferences.undoDelay", this.undoDelay, faults);
			refuse("preferences.afterSend", this.afterSend, faults);
			refuse("preferences.mails.newTicket", this.mailNewTicket, faults);
			refuse("preferences.mails.clientReplied", this.mailClientReplied, faults);
			refuse("preferences.mails.assigned", this.mailAssigned, faults);
		}
		return faults;
	}

	private static boolean isZone(String zone) {
		return ZoneId.getAvailableZoneIds().contains(zone) && !zone.startsWith(NOT_IANA);
	}

	private static void check(String signature, List<InvalidField> faults) {
		if (signature.length() > LONGEST_SIGNATURE) {
			faults.add(new InvalidField("signature", "is longer than %d characters".formatted(LONGEST_SIGNATURE)));
		}
		if (!TEXT.matcher(signature).matches()) {
			faults.add(new InvalidField("signature", "may have no control characters but line ends and tabs"));
		}
	}

	private static void refuse(String field, @Nullable Object wanted, List<InvalidField> faults) {
		if (wanted != null) {
			faults.add(new InvalidField(field, "is for staff"));
		}
	}

}
