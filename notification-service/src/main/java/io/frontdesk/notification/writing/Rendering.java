package io.frontdesk.notification.writing;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.samskivert.mustache.Mustache;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

import io.frontdesk.notification.outbound.NewDelivery.Content;

/** Makes a mail of a template: the subject, the text, and of the text the HTML, in which nothing is markup but the body. */
final class Rendering {

	/** Stands in the HTML for the body, and for nothing else: it is taken out of all other values. */
	private static final String BODY_MARK = "\uFFFC";

	private static final Pattern TAG = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);

	private static final Pattern BODY_TAG = Pattern.compile("\\{\\{\\s*body\\s*}}");

	private static final Pattern LINES_AROUND_BODY = Pattern.compile("\n*" + BODY_MARK + "\n*");

	private static final Mustache.Compiler PLAIN = Mustache.compiler().escapeHTML(false).defaultValue("");

	private static final Mustache.Compiler ESCAPING = PLAIN
			.withEscaper(value -> escaped(value.replace(BODY_MARK, "")));

	private Rendering() {}

	/** @param html sanitised, of the body; null to make it from the body's text */
	static Content render(MailTemplate template, Map<String, Object> values, @Nullable String html) {
		return new Content(oneLine(PLAIN.compile(template.subject()).execute(values)),
				PLAIN.compile(template.text()).execute(values), html(template, values, html));
	}

	private static String oneLine(String subject) {
		return subject.replaceAll("[\\s\\p{Cc}]+", " ").strip();
	}

	private static String html(MailTemplate template, Map<String, Object> values, @Nullable String html) {
		var source = BODY_TAG.matcher(withEscapedText(template.text())).replaceAll("{{{body}}}");
		var marked = new HashMap<>(values);
		marked.put(MailTemplate.BODY, BODY_MARK);
		var body = (html != null) ? html : lines(escaped(String.valueOf(values.getOrDefault("body", ""))));
		var content = lines(LINES_AROUND_BODY.matcher(ESCAPING.compile(source).execute(marked).strip())
				.replaceAll(BODY_MARK)).replace(BODY_MARK, "<div style=\"margin:1em 0\">" + body + "</div>");
		return """
				<!DOCTYPE html>
				<html lang="%s">
				<head><meta charset="utf-8"></head>
				<body style="font-family:sans-serif">
				%s
				</body>
				</html>
				""".formatted(template.locale(), content);
	}

	/** What the template says itself is text, too. */
	private static String withEscapedText(String template) {
		var escaped = new StringBuilder();
		var end = 0;
		for (Matcher tag = TAG.matcher(template); tag.find(); end = tag.end()) {
			escaped.append(escaped(template.substring(end, tag.start()))).append(tag.group());
		}
		return escaped.append(escaped(template.substring(end))).toString();
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

	private static String lines(String text) {
		return text.replace("\r\n", "\n").replace("\n", "<br>\n");
	}

}
