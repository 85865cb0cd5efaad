package io.frontdesk.e2e;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A mail with HTML and files, written byte by byte: a mail library would mend what its sender got wrong. */
record RawMail(String from, String subject, String html, List<File> files) {

	/** @param contentId by which the HTML shows it; empty if it does not */
	record File(String name, String type, String contentId, byte[] content) {

		static File attached(String name, String type, byte[] content) {
			return new File(name, type, "", content);
		}

		private String part() {
			return """
					Content-Type: %s
					Content-Transfer-Encoding: base64
					Content-Disposition: %s; filename*=UTF-8''%s
					%s
					%s
					""".formatted(this.type, this.contentId.isEmpty() ? "attachment" : "inline",
					URLEncoder.encode(this.name, StandardCharsets.UTF_8).replace("+", "%20"),
					this.contentId.isEmpty() ? "" : "Content-ID: <%s>\n".formatted(this.contentId),
					Base64.getMimeEncoder().encodeToString(this.content));
		}

	}

	static RawMail of(String from, String subject, String html, File... files) {
		return new RawMail(from, subject, html, Arrays.asList(files));
	}

	byte[] bytes() {
		var parts = new ArrayList<String>();
		parts.add("Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
				+ Base64.getMimeEncoder().encodeToString(this.html.getBytes(StandardCharsets.UTF_8)) + "\n");
		this.files.forEach(file -> parts.add(file.part()));
		var mail = new ByteArrayOutputStream();
		mail.writeBytes("""
				From: %s
				To: support@frontdesk.test
				Subject: %s
				MIME-Version: 1.0
				Content-Type: multipart/related; boundary=part

				%s--part--
				""".formatted(this.from, this.subject,
				parts.stream().map(part -> "--part\n" + part).collect(Collectors.joining()))
				.replace("\r\n", "\n")
				.replace("\n", "\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		return mail.toByteArray();
	}

}
