package io.frontdesk.gateway.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** One plain page, without script and without the web UI's files, so that it works when little else does. */
@Component
public class MessagePage {

	private final String template;

	MessagePage() {
		try {
			this.template = new ClassPathResource("pages/message.html").getContentAsString(StandardCharsets.UTF_8);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void write(HttpServletResponse response, String title, String text, String href, String action)
			throws IOException {
		write(response, title, text, "<a href=\"%s\">%s</a>".formatted(escape(href), escape(action)));
	}

	/** What is done only by pressing a button: many a program opens a link before a person does. */
	public void ask(HttpServletResponse response, String title, String text, Question question) throws IOException {
		write(response, title, text, """
				<form method="post" action="%s">
				  <input type="hidden" name="%s" value="%s">
				  <button type="submit">%s</button>
				</form>""".formatted(escape(question.path()), escape(question.field()), escape(question.value()),
				escape(question.action())));
	}

	private void write(HttpServletResponse response, String title, String text, String way) throws IOException {
		response.setContentType("text/html;charset=UTF-8");
		response.getWriter()
				.write(this.template.replace("{title}", escape(title))
						.replace("{text}", escape(text))
						.replace("{way}", way));
	}

	/** @param field that the value is sent in */
	public record Question(String path, String field, String value, String action) {}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
