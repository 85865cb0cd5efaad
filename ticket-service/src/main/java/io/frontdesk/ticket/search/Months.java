package io.frontdesk.ticket.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** When a ticket was raised, as words: a search that asks for last May need not look through all other months. */
final class Months {

	private static final int MOST = 60;

	private Months() {}

	static List<String> lexemes(LocalDate day) {
		return List.of(year(day.getYear()), month(YearMonth.from(day)));
	}

	/** Of which a ticket of these days has one: whole years where it can, months else; empty if that is too many. */
	static List<String> lexemes(LocalDate from, LocalDate to) {
		var lexemes = new ArrayList<String>();
		var last = YearMonth.from(to);
		for (var month = YearMonth.from(from); !month.isAfter(last) && lexemes.size() <= MOST;) {
			if (month.getMonthValue() == 1 && !last.isBefore(month.plusMonths(11))) {
				lexemes.add(year(month.getYear()));
				month = month.plusYears(1);
			} else {
				lexemes.add(month(month));
				month = month.plusMonths(1);
			}
		}
		return (lexemes.size() <= MOST) ? lexemes : List.of();
	}

	private static String year(int year) {
		return SearchDocument.property("year", year);
	}

	private static String month(YearMonth month) {
		return SearchDocument.property("month", month);
	}

}
