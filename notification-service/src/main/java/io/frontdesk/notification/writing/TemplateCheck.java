package io.frontdesk.notification.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;

import io.frontdesk.http.problem.InvalidField;

/** Finds what is wrong with a template before a mail is written with it. */
final class TemplateCheck {

	static final int LONGEST_SUBJECT = 300;

	static final int LONGEST_TEXT = 20_000;

	/** Without escaping, from elsewhere, with other braces, or of nothing: what a mail of ours must not have. */
	private static final Pattern FORBIDDEN = Pattern.compile("\\{\\{(\\{|\\s*(?:[&>=]|}}))");

	private TemplateCheck() {}

	static List<InvalidField> faults(TemplateKey key, String subject, String text) {
		var inSubject = Stream.of(MailTemplate.TICKET, "subject", "status", "author")
				.filter(MailTemplate.variables(key)::contains)
				.collect(Collectors.toSet());
		return Stream.concat(
				faults("subject", subject, LONGEST_SUBJECT, inSubject,
						key.kind().isAboutTicket() ? Set.of(MailTemplate.TICKET) : Set.of()).stream(),
				faults("text", text, LONGEST_TEXT, MailTemplate.variables(key), MailTemplate.needed(key)).stream())
				.toList();
	}

	private static List<InvalidField> faults(String field, String source, int longest, Set<String> known,
			Set<String> needed) {
		var faults = new ArrayList<InvalidField>();
		if (source.isBlank()) {
			faults.add(new InvalidField(field, "must not be blank"));
			return faults;
		}
		if (source.length() > longest) {
			faults.add(new InvalidField(field, "is longer than %d characters".formatted(longest)));
		}
		if (field.equals("subject") && source.chars().anyMatch(Character::isISOControl)) {
			faults.add(new InvalidField(field, "is one line without control characters"));
		}
		if (FORBIDDEN.matcher(source).find()) {
			faults.add(new InvalidField(field, "can't have {{{…}}}, {{&…}}, {{>…}}, {{=…}} or {{}}"));
			return faults;
		}
		try {
			var template = Mustache.compiler().compile(source);
			Names.of(template, true).stream().filter(name -> !known.contains(name)).forEach(name -> faults.add(
					new InvalidField(field, "{{%s}} is not known here; known are %s".formatted(name,
							String.join(", ", new TreeSet<>(known))))));
			var always = Names.of(template, false);
			needed.stream().filter(name -> !always.contains(name)).forEach(
					name -> faults
							.add(new InvalidField(field, "needs {{%s}}, outside of any section".formatted(name))));
		} catch (MustacheException ex) {
			faults.add(new InvalidField(field, String.valueOf(ex.getMessage())));
		}
		return faults;
	}

	/** @param inSections whether to look at what is there only if something else is */
	private record Names(Set<String> found, boolean inSections) implements Mustache.Visitor {

		static Set<String> of(Template template, boolean inSections) {
			var names = new Names(new TreeSet<>(), inSections);
			template.visit(names);
			return names.found;
		}

		@Override
		public void visitText(String text) {
			// no name in it
		}

		@Override
		public void visitVariable(String name) {
			this.found.add(name);
		}

		@Override
		public boolean visitInclude(String name) {
			return false;
		}

		@Override
		public boolean visitSection(String name) {
			if (this.inSections) {
				this.found.add(name);
			}
			return this.inSections;
		}

		@Override
		public boolean visitInvertedSection(String name) {
			return visitSection(name);
		}

	}

}
