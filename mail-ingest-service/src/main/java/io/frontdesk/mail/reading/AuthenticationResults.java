package io.frontdesk.mail.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One Authentication-Results header field, RFC 8601 §2.2, as servers write it: comments anywhere, values that are quoted
 * in part, statements that are none.
 *
 * @param server the authserv-id, in lower case; anybody can write any
 */
record AuthenticationResults(String server, List<AuthenticationResult> results) {

	/** No server writes as much. Of what is longer only the server is read: half of it could lack what speaks against the mail. */
	private static final int LONGEST = 16_000;

	/** Of comments and of what is quoted. */
	private static final Pattern MARKS = Pattern.compile("[\"()\\\\]");

	private static final Pattern KEYWORD = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

	static Optional<AuthenticationResults> of(String field) {
		Work.spend(Math.min(field.length(), LONGEST));
		var text = field.substring(0, Math.min(field.length(), LONGEST));
		var scanner = new Scanner(text);
		var statements = scanner.statements();
		var head = statements.getFirst().words();
		if (head.isEmpty()) {
			return Optional.empty();
		}
		var isUnderstood = field.length() <= LONGEST && (head.size() == 1 || head.get(1).equals("1"));
		var results = !isUnderstood
				? List.<AuthenticationResult>of()
				: scanner.unclosed ? withHidden(results(statements), text) : results(statements);
		return Optional.of(new AuthenticationResults(head.getFirst().toLowerCase(Locale.ROOT), results));
	}

	private static List<AuthenticationResult> results(List<Statement> statements) {
		return statements.stream().skip(1).flatMap(it -> result(it).stream()).toList();
	}

	/** What the sender can have a server write, such as their address, must not hide what it says against the mail. */
	private static List<AuthenticationResult> withHidden(List<AuthenticationResult> seen, String text) {
		var hidden = results(new Scanner(MARKS.matcher(text).replaceAll(" ")).statements()).stream()
				.filter(it -> it.isFailed() && !seen.contains(it));
		return Stream.concat(seen.stream(), hidden).toList();
	}

	private static Optional<AuthenticationResult> result(Statement statement) {
		var method = statement.method().replaceFirst("/.*", "");
		var result = statement.pairs().getOrDefault(statement.method(), "").toLowerCase(Locale.ROOT);
		return (KEYWORD.matcher(method).matches() && KEYWORD.matcher(result).matches())
				? Optional.of(new AuthenticationResult(method, result, domain(method, statement.pairs())))
				: Optional.empty();
	}

	private static @Nullable String domain(String method, Map<String, String> pairs) {
		var about = switch (method) {
			case "dmarc" -> pairs.get("header.from");
			case "dkim" -> pairs.getOrDefault("header.d", pairs.get("header.i"));
			case "spf" -> pairs.get("smtp.mailfrom");
			case "auth" -> pairs.get("smtp.auth");
			default -> null;
		};
		return (about == null) ? null : Domains.ofAddress(about);
	}

	/**
	 * What stands between two semicolons.
	 *
	 * @param words those that are no pair
	 * @param method the name of the first pair, in lower case as all are; empty if there is none
	 */
	private record Statement(List<String> words, String method, Map<String, String> pairs) {}

	private static final class Scanner {

		private final String field;

		private int at;

		/** Whether a comment, or what is quoted, goes on to the end. */
		private boolean unclosed;

		Scanner(String field) {
			this.field = field;
		}

		List<Statement> statements() {
			var statements = new ArrayList<Statement>();
			do {
				statements.add(statement());
			} while (this.at++ < this.field.length());
			return statements;
		}

		private Statement statement() {
			var words = new ArrayList<String>();
			var pairs = new HashMap<String, String>();
			var method = "";
			for (skip(); !isAtEnd(); skip()) {
				var word = word("=");
				skip();
				if (this.at < this.field.length() && this.field.charAt(this.at) == '=') {
					this.at++;
					skip();
					var name = word.toLowerCase(Locale.ROOT);
					method = method.isEmpty() ? name : method;
					pairs.putIfAbsent(name, word(""));
				} else {
					words.add(word);
				}
			}
			return new Statement(words, method, pairs);
		}

		private boolean isAtEnd() {
			return this.at >= this.field.length() || this.field.charAt(this.at) == ';';
		}

		/** Spaces, and comments, which may have others within. */
		private void skip() {
			var depth = 0;
			for (; this.at < this.field.length(); this.at++) {
				var c = this.field.charAt(this.at);
				if (c == '(') {
					depth++;
				} else if (c == ')' && depth > 0) {
					depth--;
				} else if (c == '\\' && depth > 0) {
					this.at++;
				} else if (depth == 0 && c > ' ') {
					return;
				}
			}
			this.unclosed |= depth > 0;
		}

		/** Of what is quoted, parts or all of it, what is between the quotes. */
		private String word(String ends) {
			var word = new StringBuilder();
			var quoted = false;
			for (; this.at < this.field.length(); this.at++) {
				var c = this.field.charAt(this.at);
				if (c == '"') {
					quoted = !quoted;
				} else if (quoted && c == '\\' && this.at + 1 < this.field.length()) {
					word.append(this.field.charAt(++this.at));
				} else if (!quoted && (c <= ' ' || c == ';' || c == '(' || ends.indexOf(c) >= 0)) {
					return word.toString();
				} else {
					word.append(c);
				}
			}
			this.unclosed |= quoted;
			return word.toString();
		}

	}

}
