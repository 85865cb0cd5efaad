package io.frontdesk.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

/** A page of dead letters for a person, and what can be done about them. */
final class LetterTable {

	private static final List<String> HEAD = List.of("time", "service", "topic", "about", "id", "reason");

	private LetterTable() {}

	static String of(JsonNode page) {
		StringBuilder out = new StringBuilder();
		if (page.path("items").isEmpty()) {
			out.append("No dead letters.\n");
		} else {
			out.append(table(page.path("items")));
			out.append("""

					%s%d in all. Once what the reason says is mended:
					  ./frontdesk dead-letters resend ID…               one or several
					  ./frontdesk dead-letters resend --reason 'TEXT'   all whose reason has this in it
					  ./frontdesk dead-letters resend --all
					""".formatted(page.path("totalCapped").asBoolean() ? "More than " : "",
					page.path("total").asLong()));
		}
		page.path("unavailable")
				.forEach(service -> out
						.append("%s-service does not answer (./frontdesk status): its letters are missing here.\n"
								.formatted(service.asString())));
		return out.toString();
	}

	private static String table(JsonNode letters) {
		List<List<String>> rows = new ArrayList<>(List.of(HEAD));
		letters.forEach(letter -> rows.add(row(letter)));
		int[] widths = IntStream.range(0, HEAD.size() - 1)
				.map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
				.toArray();
		StringBuilder out = new StringBuilder();
		for (List<String> row : rows) {
			for (int column = 0; column < widths.length; column++) {
				out.append(row.get(column)).repeat(' ', widths[column] - row.get(column).length() + 2);
			}
			out.append(row.getLast()).append('\n');
		}
		return out.toString();
	}

	private static List<String> row(JsonNode letter) {
		return List.of(letter.path("failedAt").asString().replaceFirst("T", " ").replaceFirst("(\\.\\d+)?Z$", ""),
				letter.path("service").asString(), letter.path("topic").asString(), about(letter),
				letter.path("id").asString(), letter.path("reason").asString());
	}

	private static String about(JsonNode letter) {
		if (letter.path("ticketId").isNumber()) {
			return "ticket " + letter.path("ticketId").asLong();
		}
		return letter.path("mailId").isString()
				? "mail " + letter.path("mailId").asString()
				: "key " + letter.path("key").asString("none");
	}

}
