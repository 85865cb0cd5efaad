package io.frontdesk.ticket.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Priority;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.ticket.search.Condition.Reference;
import io.frontdesk.ticket.search.SearchText.Qualifier;

/** Knows what each qualifier means. One that makes no sense is left out, with a hint that says so. */
@Component
class Qualifiers {

	private static final Pattern UUID_FORMAT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	private static final Pattern COMPARISON = Pattern
			.compile("(?<operator><=|>=|<|>|)(?<from>[^.]*?)(\\.\\.(?<to>.*))?");

	private final Names names;

	Qualifiers(Names names) {
		this.names = names;
	}

	Question read(SearchText text, Asker asker) {
		var conditions = new ArrayList<Condition>();
		var hints = new ArrayList<>(text.hints());
		for (var qualifier : text.qualifiers()) {
			var condition = condition(qualifier, asker, hints);
			if (condition != null) {
				conditions.add(qualifier.negated() ? new Condition.Not(condition) : condition);
			}
		}
		return new Question(conditions, text.terms(), hints);
	}

	private @Nullable Condition condition(Qualifier qualifier, Asker asker, List<String> hints) {
		var value = qualifier.value().toLowerCase(Locale.ROOT);
		return switch (qualifier.key()) {
			case "status" -> is(qualifier, "status", TicketStatus.values(), value, hints);
			case "priority" -> is(qualifier, "priority", Priority.values(), value, hints);
			case "waiting" -> is(qualifier, "waiting_on", WaitingOn.values(), value.equals("us") ? "staff" : value,
					hints);
			case "assignee" -> value.equals("none")
					? new Condition.Unassigned()
					: refersTo(qualifier, Reference.ASSIGNEE, asker, hints);
			case "requester" -> refersTo(qualifier, Reference.REQUESTER, asker, hints);
			case "company" -> refersTo(qualifier, Reference.COMPANY, asker, hints);
			case "project" -> refersTo(qualifier, Reference.PROJECT, asker, hints);
			case "task" -> refersTo(qualifier, Reference.TASK, asker, hints);
			case "tag" -> new Condition.Tagged(qualifier.value().replace("\0", ""));
			case "received" -> between(qualifier, "request_time", hints);
			case "closed" -> between(qualifier, "response_time", hints);
			case "has" -> value.equals("attachment")
					? new Condition.HasFile(asker.staff())
					: leftOut(qualifier, "there is has:attachment", hints);
			default -> state(qualifier, value, asker, hints);
		};
	}

	private static @Nullable Condition state(Qualifier qualifier, String value, Asker asker, List<String> hints) {
		return switch (value) {
			case "open" -> new Condition.Is("status", TicketStatus.OPEN);
			case "closed" -> new Condition.Is("status", TicketStatus.CLOSED);
			case "archived" -> (asker.seesDeleted() && !qualifier.negated())
					? new Condition.Live(false)
					: leftOut(qualifier, "archived tickets need the feature ticket:delete", hints);
			default -> leftOut(qualifier, "there are is:open, is:closed and is:archived", hints);
		};
	}

	private static @Nullable Condition is(Qualifier qualifier, String column, Enum<?>[] values, String wanted,
			List<String> hints) {
		for (var value : values) {
			if (value.name().toLowerCase(Locale.ROOT).equals(wanted)) {
				return new Condition.Is(column, value);
			}
		}
		return leftOut(qualifier, "it is one of " + String.join(", ",
				Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList()), hints);
	}

	private @Nullable Condition refersTo(Qualifier qualifier, Reference reference, Asker asker, List<String> hints) {
		var value = qualifier.value();
		var isPerson = reference == Reference.ASSIGNEE || reference == Reference.REQUESTER;
		if (isPerson && value.equalsIgnoreCase("me")) {
			return new Condition.RefersTo(reference, List.of(asker.id()));
		}
		if (UUID_FORMAT.matcher(value).matches()) {
			return new Condition.RefersTo(reference, List.of(UUID.fromString(value)));
		}
		var words = Words.joined(value);
		if (words.isEmpty()) {
			return leftOut(qualifier, "it needs a name", hints);
		}
		var kind = isPerson ? Reference.REQUESTER : reference;
		var ids = ids(this.names.find(List.of(words)), kind);
		// A client would be told by it which names other companies' projects and tasks have.
		if (ids.isEmpty() && asker.staff()) {
			ids = ids(this.names.alike(List.of(words)), kind);
			hints.add(ids.isEmpty()
					? "No %s has a name like “%s”.".formatted(reference.property(), value)
					: "No %s has the name “%s”; these are of names that are spelled like it."
							.formatted(reference.property(), value));
		}
		return new Condition.RefersTo(reference, ids);
	}

	private static List<UUID> ids(List<Names.Named> found, Reference kind) {
		return found.stream().filter(named -> named.kind() == kind).map(Names.Named::id).distinct().toList();
	}

	private static @Nullable Condition between(Qualifier qualifier, String column, List<String> hints) {
		var comparison = COMPARISON.matcher(qualifier.value());
		try {
			if (comparison.matches()) {
				var from = day(comparison.group("from"));
				var to = comparison.group("to");
				return (to != null)
						? new Condition.Between(column, from, next(day(to)))
						: switch (String.valueOf(comparison.group("operator"))) {
							case ">" -> new Condition.Between(column, next(from), null);
							case ">=" -> new Condition.Between(column, from, null);
							case "<" -> new Condition.Between(column, null, from);
							case "<=" -> new Condition.Between(column, null, next(from));
							default -> new Condition.Between(column, from, next(from));
						};
			}
		} catch (DateTimeException ex) {
			// told below, as what matches no comparison
		}
		return leftOut(qualifier, "it takes days such as 2026-11-01, >2026-11-01 or 2026-11-01..2026-11-30", hints);
	}

	private static Instant day(@Nullable String text) {
		var day = LocalDate.parse(String.valueOf(text).strip());
		if (day.getYear() < 1 || day.getYear() > 9998) {
			throw new DateTimeException("No ticket is of that year");
		}
		return day.atStartOfDay(ZoneOffset.UTC).toInstant();
	}

	private static Instant next(Instant day) {
		return day.atOffset(ZoneOffset.UTC).plusDays(1).toInstant();
	}

	private static @Nullable Condition leftOut(Qualifier qualifier, String why, List<String> hints) {
		hints.add("“%s:%s” was left out: %s.".formatted(qualifier.key(), qualifier.value(), why));
		return null;
	}

}
