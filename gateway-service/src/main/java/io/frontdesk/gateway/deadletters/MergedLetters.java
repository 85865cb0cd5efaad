package io.frontdesk.gateway.deadletters;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.frontdesk.http.deadletters.LetterCursor;
import io.frontdesk.http.listing.Cursors;

/** The first of what several services list, in the order that each of them keeps to as well. */
class MergedLetters {

	private static final Comparator<JsonNode> ORDER = Comparator.comparing(MergedLetters::failedAt)
			.reversed()
			.thenComparing(letter -> letter.path("service").asString())
			.thenComparing(MergedLetters::number, Comparator.reverseOrder());

	private final JsonMapper json;

	private final Cursors cursors;

	MergedLetters(JsonMapper json, Cursors cursors) {
		this.json = json;
		this.cursors = cursors;
	}

	/** The cursor is one that every service takes: where the last letter stands in the order of all. */
	ObjectNode page(List<JsonNode> lists, List<String> unavailable, int limit, String caller) {
		var letters = lists.stream().flatMap(list -> list.path("items").valueStream()).sorted(ORDER).toList();
		var isLast = letters.size() <= limit && lists.stream().allMatch(list -> list.path("nextCursor").isNull());
		var page = letters.subList(0, Math.min(letters.size(), limit));
		var merged = this.json.createObjectNode();
		merged.putArray("items").addAll(page);
		merged.put("nextCursor", isLast ? null : cursor(page.getLast(), caller));
		merged.put("total", sum(lists, "total"));
		merged.put("totalCapped", lists.stream().anyMatch(list -> list.path("totalCapped").asBoolean()));
		unavailable.forEach(merged.putArray("unavailable")::add);
		return merged;
	}

	ObjectNode count(List<JsonNode> counts, List<String> unavailable) {
		var merged = this.json.createObjectNode()
				.put("handled", sum(counts, "handled"))
				.put("failed", sum(counts, "failed"))
				.put("waiting", sum(counts, "waiting"));
		unavailable.forEach(merged.putArray("unavailable")::add);
		return merged;
	}

	private static long sum(List<JsonNode> answers, String field) {
		return answers.stream().mapToLong(answer -> answer.path(field).asLong()).sum();
	}

	private String cursor(JsonNode letter, String caller) {
		return LetterCursor.after(failedAt(letter), id(letter), this.cursors, caller);
	}

	private static Instant failedAt(JsonNode letter) {
		return Instant.parse(letter.path("failedAt").asString());
	}

	private static Long number(JsonNode letter) {
		return Long.valueOf(id(letter).substring(id(letter).lastIndexOf('-') + 1));
	}

	private static String id(JsonNode letter) {
		return letter.path("id").asString();
	}

}
