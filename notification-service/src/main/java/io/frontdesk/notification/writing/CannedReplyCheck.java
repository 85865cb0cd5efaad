package io.frontdesk.notification.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.frontdesk.http.problem.InvalidField;

/** Finds what nobody could fill in, before it reaches a reply. */
final class CannedReplyCheck {

	private static final String FIELD = "text";

	/** Of Mustache the variables alone: a reply is filled in by whoever writes it, who sees it then. */
	private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*+)}}");

	private CannedReplyCheck() {}

	static List<InvalidField> faults(String text) {
		var faults = new ArrayList<InvalidField>();
		if (text.isBlank()) {
			faults.add(new InvalidField(FIELD, "must not be blank"));
		}
		if (text.length() > TemplateCheck.LONGEST_TEXT) {
			faults.add(new InvalidField(FIELD, "is longer than %d characters".formatted(TemplateCheck.LONGEST_TEXT)));
		}
		if (text.chars().anyMatch(CannedReplyCheck::isControl)) {
			faults.add(new InvalidField(FIELD, "has control characters other than line ends and tabs"));
		}
		unknown(text).forEach(name -> faults.add(new InvalidField(FIELD, "{{%s}} is not known here; known are %s"
				.formatted(name, String.join(", ", new TreeSet<>(CannedReply.VARIABLES))))));
		if (text.contains("{{{")) {
			faults.add(new InvalidField(FIELD, "can't have {{{…}}}"));
		} else if (VARIABLE.matcher(text).replaceAll("").contains("{{")) {
			faults.add(new InvalidField(FIELD, "has a {{ that is not closed by }}"));
		}
		return faults;
	}

	private static boolean isControl(int character) {
		return Character.isISOControl(character) && character != '\n' && character != '\t';
	}

	private static List<String> unknown(String text) {
		return VARIABLE.matcher(text)
				.results()
				.map(found -> String.valueOf(found.group(1)).strip())
				.filter(name -> !CannedReply.VARIABLES.contains(name))
				.distinct()
				.toList();
	}

}
