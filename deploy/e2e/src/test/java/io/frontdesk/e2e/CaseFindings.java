package io.frontdesk.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds what came of a case against what had to. */
final class CaseFindings {

	private final MailCase mails;

	private final PlayedCase played;

	private final List<String> misses = new ArrayList<>();

	private CaseFindings(MailCase mails, PlayedCase played) {
		this.mails = mails;
		this.played = played;
	}

	/** What is not as it has to be, a line each. */
	static List<String> misses(MailCase mails, PlayedCase played) {
		var findings = new CaseFindings(mails, played);
		for (var number = 1; number <= mails.mails().size(); number++) {
			var mail = number;
			mails.expect(number).properties().forEach(it -> findings.check(mail, it.getKey(), it.getValue()));
		}
		return findings.misses;
	}

	private void check(int number, String field, JsonNode wanted) {
		var entry = this.played.entry(number);
		switch (field) {
			case "outcome", "classification" -> same(number, field, wanted, textOf(entry.get(field)));
			case "requester" -> same(number, field, wanted, ticket(number, "/requester/email"));
			case "requester_name" ->
				any(number, field, wanted, name(number), (some, other) -> words(some).equals(words(other)));
			case "subject" -> same(number, field, wanted, ticket(number, "/subject"));
			case "subject_contains" -> each(number, field, wanted, ticket(number, "/subject"), String::contains);
			case "attachments" -> attachments(number, wanted);
			case "search" -> each(number, field, wanted, null, (_, typed) -> isFound(number, typed));
			case "auto_reply_to" ->
				any(number, field, wanted, mailedTo(number, "created").stream().findFirst().orElse(null),
						String::equals);
			case "mail_to" -> each(number, field, wanted, "", (_, address) -> mailedTo(number, null).contains(address));
			case "no_mail_to" ->
				each(number, field, wanted, "", (_, address) -> !mailedTo(number, null).contains(address));
			case "linked_to" -> any(number, field, wanted, linkedTo(number), (_, mail) -> isInTicketOf(number, mail));
			case "possible_follow_up_of" -> same(number, field, wanted, followUpOf(number));
			case "status_of" -> wanted.properties()
					.forEach(it -> same(number, field, it.getValue(),
							this.played.statusAfter(number, Integer.parseInt(it.getKey()))));
			case "reply_state" -> same(number, field, wanted, replyState());
			case "muted" -> each(number, field, wanted, "", (_, address) -> isMuted(address));
			case "not_muted" -> each(number, field, wanted, "", (_, address) -> !isMuted(address));
			case "exact_space" -> {
				// says how the others are compared
			}
			default -> text(number, field, wanted, entry.path("reading"));
		}
	}

	private void text(int number, String field, JsonNode wanted, JsonNode reading) {
		var exact = this.mails.expect(number).path("exact_space").asBoolean(false);
		var text = spaced(reading.path(field.startsWith("visible") ? "visibleText" : "text").asString(""), exact);
		switch (field.replaceFirst("^(text|visible)", "")) {
			case "" -> any(number, field, wanted, text, (some, other) -> some.equals(spaced(other, exact)));
			case "_contains" -> each(number, field, wanted, text, (some, part) -> some.contains(spaced(part, exact)));
			case "_lacks" -> each(number, field, wanted, text, (some, part) -> !some.contains(spaced(part, exact)));
			case "_matches" ->
				each(number, field, wanted, text, (some, it) -> Pattern.compile(it).matcher(some).find());
			default -> throw new IllegalArgumentException("%s: unknown field %s".formatted(this.mails, field));
		}
	}

	private static String spaced(String text, boolean exact) {
		return exact ? text : text.replaceAll("[\\s\\u00a0]+", " ").strip();
	}

	private void attachments(int number, JsonNode wanted) {
		var names = this.played.entry(number).at("/reading/attachments").valueStream()
				.map(file -> file.get("filename").asString())
				.toList();
		each(number, "attachments", wanted, names.toString(), (_, pattern) -> names.stream()
				.anyMatch(name -> name.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"))));
	}

	private void same(int number, String field, JsonNode wanted, @Nullable String found) {
		any(number, field, wanted, found, String::equals);
	}

	/** A list: any of these is right. */
	private void any(int number, String field, JsonNode wanted, @Nullable String found,
			BiPredicate<String, String> meets) {
		var right = wanted.isArray() ? wanted.valueStream().toList() : List.of(wanted);
		if (right.stream().noneMatch(it -> it.isNull() || found == null
				? it.isNull() && found == null
				: meets.test(found, it.asString()))) {
			miss(number, field, wanted, found);
		}
	}

	private void each(int number, String field, JsonNode wanted, @Nullable String found,
			BiPredicate<String, String> meets) {
		var all = wanted.isArray() ? wanted.valueStream().toList() : List.of(wanted);
		all.stream()
				.filter(it -> !meets.test(String.valueOf(found), it.asString()))
				.forEach(it -> miss(number, field, it, found));
	}

	private void miss(int number, String field, JsonNode wanted, @Nullable String found) {
		this.misses.add("mail %d, %s: wanted %s, found %s".formatted(number, field, wanted, found));
	}

	private @Nullable String ticket(int number, String pointer) {
		return this.played.ticket(number)
				.map(id -> Frontdesk.root().found("/api/v1/tickets/" + id).at(pointer))
				.map(CaseFindings::textOf)
				.orElse(null);
	}

	private @Nullable String name(int number) {
		return ticket(number, "/requester/firstName") + " " + ticket(number, "/requester/lastName");
	}

	private static TreeSet<String> words(String name) {
		return new TreeSet<>(List.of(name.strip().split("\\s+")));
	}

	private boolean isFound(int number, String typed) {
		return Frontdesk.root()
				.found("/api/v1/tickets?limit=200&q="
						+ URLEncoder.encode(typed, StandardCharsets.UTF_8))
				.get("items")
				.valueStream()
				.anyMatch(item -> Optional.of(item.get("id").asLong()).equals(this.played.ticket(number)));
	}

	private List<String> mailedTo(int number, @Nullable String kind) {
		return this.played.notifications(number)
				.stream()
				.filter(mail -> mail.get("state").asString().equals("sent"))
				.filter(mail -> kind == null || mail.get("kind").asString().equals(kind))
				.map(mail -> mail.get("to").asString())
				.toList();
	}

	private @Nullable String linkedTo(int number) {
		return this.played.ticket(number).flatMap(this::firstOf).map(String::valueOf).orElse(null);
	}

	private boolean isInTicketOf(int number, String mail) {
		return this.played.ticket(number).equals(this.played.ticket(Integer.parseInt(mail)));
	}

	private @Nullable String followUpOf(int number) {
		var id = ticket(number, "/possibleFollowUpOf");
		return (id == null) ? null : firstOf(Long.parseLong(id)).map(String::valueOf).orElse("ticket " + id);
	}

	/** The first mail of the case that lies in that ticket. */
	private Optional<Integer> firstOf(long ticket) {
		for (var number = 1; number <= this.mails.mails().size(); number++) {
			if (this.played.ticket(number).equals(Optional.of(ticket))) {
				return Optional.of(number);
			}
		}
		return Optional.empty();
	}

	private @Nullable String replyState() {
		return this.played.notifications(1)
				.stream()
				.filter(mail -> mail.get("kind").asString().equals("reply"))
				.map(mail -> mail.get("state").asString())
				.findFirst()
				.orElse(null);
	}

	private static boolean isMuted(String address) {
		return Frontdesk.root()
				.all("/api/v1/notifications/mutes")
				.stream()
				.anyMatch(mute -> mute.get("address").asString().equals(address));
	}

	private static @Nullable String textOf(JsonNode value) {
		return value.isNull() || value.isMissingNode() ? null : value.asString();
	}

}
