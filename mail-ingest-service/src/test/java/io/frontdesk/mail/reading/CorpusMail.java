package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.JsonNode;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.Classification;

/** A mail of the corpus as it was read, compared with what is expected of it. */
record CorpusMail(@Nullable Reading reading, @Nullable Exception error, double seconds) {

	enum Answer {

		MET, MISSED, NOT_ASKED, NOT_UNDERSTOOD

	}

	private static final Map<String, String> NOT_ASKED = Map.ofEntries(
			Map.entry("note", "remarks for people"),
			Map.entry("peer_outcome", "what another product does with the mail"),
			Map.entry("leaf_parts", "another parser's part list; its texts and files are asked for by other keys"),
			Map.entry("parts_count", "another parser's part list"),
			Map.entry("attachments_or", "explains tnef_contains"),
			Map.entry("peer_counts_as_bounce", "another product's definition, contradicting 'bounce' of the same mail"),
			Map.entry("bounce_reasons", "another product's vocabulary; what follows from it is bounce_hard"),
			Map.entry("elided_text", "what remains beside reply_text, which is compared"),
			Map.entry("subject_bytes_note", "remarks for people"),
			Map.entry("date_missing", "we go by the server's date"),
			Map.entry("tnef_body_charset", "another product's interface"),
			Map.entry("has_text", "another product's interface: we always have a text"));

	static CorpusMail read(byte[] file, String kind) {
		var start = System.nanoTime();
		try {
			var reading = new MailReader().read(new ByteArrayResource(mail(file, kind)),
					"accounts@chatwoot.com"::equals);
			return new CorpusMail(reading, null, (System.nanoTime() - start) / 1e9);
		} catch (Exception ex) {
			return new CorpusMail(null, ex, (System.nanoTime() - start) / 1e9);
		}
	}

	private static byte[] mail(byte[] file, String kind) {
		if (kind.equals("message")) {
			return file;
		}
		var mail = new ByteArrayOutputStream();
		mail.writeBytes("From: somebody@example.org\nIn-Reply-To: <1@example.org>\nContent-Type: %s; charset=utf-8\n\n"
				.formatted(kind.equals("html_body") ? "text/html" : "text/plain").getBytes(StandardCharsets.US_ASCII));
		mail.writeBytes(file);
		return mail.toByteArray();
	}

	Answer meets(String key, JsonNode expected) {
		if (NOT_ASKED.containsKey(key)) {
			return Answer.NOT_ASKED;
		}
		if (key.equals("must_not_crash") || key.equals("newlines")) {
			return answer(this.error == null || this.error instanceof UnreadableMailException);
		}
		if (key.equals("max_seconds")) {
			return answer(this.seconds <= expected.asDouble());
		}
		if (key.equals("before_forwarded") && expected.asString().isBlank()) {
			return Answer.NOT_ASKED;
		}
		if (key.equals("peer_status")) {
			return pseudoStatus(expected)
					? Answer.NOT_ASKED
					: (this.reading == null) ? Answer.MISSED : answer(isMet(key, expected, this.reading));
		}
		return (this.reading == null) ? Answer.MISSED : answer(isMet(key, expected, this.reading));
	}

	private static Answer answer(@Nullable Boolean met) {
		if (met == null) {
			return Answer.NOT_UNDERSTOOD;
		}
		return met ? Answer.MET : Answer.MISSED;
	}

	/** Sisimai makes up x.0.9xx where a report names no status, and its own where it trusts the text more. */
	private static boolean pseudoStatus(JsonNode expected) {
		return expected.valueStream().anyMatch(status -> status.asString().matches("\\d\\.0\\.9\\d\\d|"));
	}

	private @Nullable Boolean isMet(String key, JsonNode expected, Reading mail) {
		var bounce = mail.bounce();
		return switch (key) {
			case "subject" -> sameLine(mail.subject(), expected.asString());
			case "subject_starts" -> mail.subject().startsWith(expected.asString());
			case "from" -> mail.from() != null && inFrom(mail).equals(AddressForm.of(expected.asString()));
			case "from_missing" -> mail.from() == null || mail.classification() == Classification.BOUNCE;
			case "from_name" -> mail.from() != null && sameLine(name(mail), expected.asString());
			case "to_addresses" -> mail.to().stream().map(String::toLowerCase).toList()
					.equals(strings(expected).stream().map(String::toLowerCase).toList());
			case "message_id" -> expected.asString().equals(mail.messageId());
			case "in_reply_to",
					"in_reply_to_first" ->
				expected.asString().isEmpty()
						? mail.inReplyTo() == null
						: bracketed(expected.asString()).equals(mail.inReplyTo());
			case "references" -> mail.references().equals(strings(expected));
			case "references_contains" -> mail.references().containsAll(strings(expected));
			case "text_contains" -> strings(expected).stream()
					.allMatch(text -> squeezed(mail.text()).contains(squeezed(PlainText.clean(text))));
			case "charset_ok" -> !mail.text().contains("\uFFFD");
			case "body_empty" -> mail.text().isBlank();
			case "has_html" -> expected.asBoolean() == (mail.html() != null);
			case "attachments" -> expected.valueStream().filter(file -> !file.has("encoding_problem"))
					.allMatch(file -> hasFile(file, mail));
			case "attachments_count" -> mail.attachments().size() == expected.asInt();
			case "attachments_min" -> mail.attachments().size() >= expected.asInt();
			case "nested_attachment_size" ->
				mail.attachments().stream().anyMatch(file -> sizes(content(file)).contains((long) expected.asInt())
						|| new String(content(file), StandardCharsets.ISO_8859_1).length() > expected.asInt());
			case "tnef_contains" -> strings(expected).stream().allMatch(name -> mail.attachments().stream()
					.anyMatch(file -> file.filename().replace(' ', '_').equalsIgnoreCase(name.replace(' ', '_'))));
			case "auto_generated" -> expected.asBoolean() == isMachine(mail);
			case "bounce", "bounce_likely" -> expected.asBoolean() == (mail.classification() == Classification.BOUNCE);
			case "bounce_hard" ->
				bounce != null && bounce.hard() == expected.asBoolean() || bounce == null && !expected.asBoolean();
			case "bounce_recipients" -> (bounce == null)
					? mail.classification() == Classification.AUTO_REPLY
					: bounce.recipients().size() == expected.asInt();
			case "dsn_action" -> bounce != null && strings(expected).contains(bounce.action());
			case "dsn_status",
					"peer_status" ->
				bounce != null && bounce.status() != null
						&& (expected.isArray() ? strings(expected) : List.of(expected.asString()))
								.contains(bounce.status());
			case "dsn_final_recipient" ->
				bounce != null && bounce.recipients().contains(expected.asString().toLowerCase(Locale.ROOT));
			case "feedback_report" -> mail.reasons().stream().anyMatch(reason -> reason.contains("complaint"));
			case "loop" -> (mail.classification() == Classification.LOOP) == expected.asBoolean();
			case "reply_text", "before_forwarded" -> sameReply(mail.visibleText(), expected.asString());
			case "reply_text_starts", "visible_starts" ->
				squeezed(mail.visibleText()).startsWith(squeezed(expected.asString()));
			case "reply_text_contains", "visible_contains" ->
				strings(expected).stream().allMatch(text -> squeezed(mail.visibleText()).contains(squeezed(text)));
			case "hidden" -> strings(expected).stream().noneMatch(text -> mail.visibleText().contains(text));
			case "all_visible" -> squeezed(mail.visibleText()).equals(squeezed(mail.text()));
			case "forwarded_block_starts" ->
				squeezed(mail.text().replace("\n> ", "\n")).contains(squeezed(expected.asString()));
			default -> null;
		};
	}

	private static boolean isMachine(Reading mail) {
		return switch (mail.classification()) {
			case PERSON, LIST -> false;
			case AUTO_REPLY, BOUNCE, LOOP -> true;
		};
	}

	private static boolean sameLine(String got, String expected) {
		return squeezed(got).equals(squeezed(expected));
	}

	/** Paragraphs count, the number of blank lines between them does not; nor does a device's signature, either way. */
	private static boolean sameReply(String got, String expected) {
		return paragraphs(got).equals(paragraphs(expected))
				|| paragraphs(got).equals(paragraphs(VisibleReply.of(expected, Occasion.ANSWER)));
	}

	private static String paragraphs(String text) {
		return PlainText.clean(text).replace('\u00a0', ' ').replaceAll("[ \t]+\n", "\n").replaceAll("\n{2,}", "\n\n")
				.strip();
	}

	private static String squeezed(String text) {
		return text.replaceAll("[\\s\u00a0]+", " ").strip();
	}

	private static String bracketed(String id) {
		return id.startsWith("<") ? id : "<%s>".formatted(id);
	}

	/** Which may be a form's, while the mail is from whom it names. */
	private static String inFrom(Reading mail) {
		return Objects.requireNonNullElseGet(mail.provenance().via(),
				() -> Objects.requireNonNull(mail.from()).email());
	}

	private static String name(Reading mail) {
		var from = Objects.requireNonNull(mail.from());
		return (from.firstName() + " " + from.lastName()).strip();
	}

	private static List<String> strings(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

	private static boolean hasFile(JsonNode expected, Reading mail) {
		return mail.attachments().stream().anyMatch(file -> isFile(expected, file));
	}

	/** Text that another parser fails to decode, and therefore calls a file, is text here. */
	private static boolean isFile(JsonNode expected, Reading.Attachment file) {
		var type = expected.path("content_type").asString("").replaceFirst("[\\s;].*$", "");
		if (!type.isEmpty() && !type.equalsIgnoreCase(file.contentType())) {
			return false;
		}
		var name = expected.path("filename").asString("");
		if (!name.isEmpty() && !squeezed(FileName.of(name, type, 0)).equals(squeezed(file.filename()))) {
			return false;
		}
		if (!expected.has("size") && !expected.has("sha256")) {
			return true;
		}
		var content = content(file);
		return (!expected.has("size") || sizes(content).contains(expected.get("size").asLong()))
				&& (!expected.has("sha256") || variants(content).stream()
						.anyMatch(bytes -> sha256(bytes).equals(expected.get("sha256").asString())));
	}

	private static List<Long> sizes(byte[] content) {
		return variants(content).stream().map(bytes -> (long) bytes.length).toList();
	}

	/** Line ends and the last of them are the file's or the mail's, as one likes. */
	private static List<byte[]> variants(byte[] content) {
		var text = new String(content, StandardCharsets.ISO_8859_1);
		var variants = new ArrayList<byte[]>();
		for (var variant : new String[]{text, text.replace("\r\n", "\n"),
				text.replace("\r\n", "\n").replace("\n", "\r\n"), text.stripTrailing(),
				text.stripTrailing() + "\n", text.stripTrailing() + "\r\n", text.replace("\r\n", "\n").stripTrailing(),
				text.replace("\r\n", "\n").stripTrailing() + "\n"}) {
			variants.add(variant.getBytes(StandardCharsets.ISO_8859_1));
		}
		return variants;
	}

	private static byte[] content(Reading.Attachment file) {
		try {
			var out = new ByteArrayOutputStream();
			file.content().writeTo(out);
			return out.toByteArray();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		} catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String got(String key) {
		if (this.reading == null) {
			return String.valueOf(this.error);
		}
		var mail = this.reading;
		return switch (key) {
			case "subject", "subject_starts" -> mail.subject();
			case "from", "from_name" -> String.valueOf(mail.from());
			case "to_addresses" -> mail.to().toString();
			case "message_id" -> String.valueOf(mail.messageId());
			case "in_reply_to", "references", "references_contains" -> mail.inReplyTo() + " " + mail.references();
			case "text_contains", "charset_ok", "body_empty", "forwarded_block_starts" -> mail.text();
			case "attachments", "attachments_count", "attachments_min", "tnef_contains" -> mail.attachments().stream()
					.map(file -> "%s (%s, %d)".formatted(file.filename(), file.contentType(), content(file).length))
					.toList().toString();
			case "auto_generated", "loop", "feedback_report" -> mail.classification() + " " + mail.reasons();
			case "has_html" -> String.valueOf(mail.html());
			default -> (key.startsWith("reply") || key.contains("visible") || key.equals("hidden")
					|| key.equals("before_forwarded"))
							? mail.visibleText()
							: mail.classification() + " " + mail.bounce();
		};
	}

}
