package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;

class CalendarTests {

	@Test
	void timeIsToldWithItsZone() {
		assertThat(event("DTSTART;TZID=Europe/Lisbon:20270312T091500", "DTEND:20270312T100000Z"))
				.contains("From: 2027-03-12 09:15 Europe/Lisbon", "Until: 2027-03-12 10:00 UTC");
	}

	@Test
	void zoneThatOnlyItsSenderKnowsIsNamed() {
		assertThat(event("DTSTART;TZID=FLE Standard Time:20270312T091500"))
				.contains("From: 2027-03-12 09:15 FLE Standard Time");
	}

	@Test
	void timeWithoutZoneHasNone() {
		assertThat(event("DTSTART:20270312T091500")).endsWith("From: 2027-03-12 09:15");
	}

	@Test
	void durationStandsForTheEnd() {
		assertThat(event("DTSTART:20270312T233000Z", "DURATION:PT45M")).contains("Until: 2027-03-13 00:15 UTC");
	}

	@ParameterizedTest
	@CsvSource({"DTEND;VALUE=DATE:20270315,Until: 2027-03-14", "DURATION:P3D,Until: 2027-03-14"})
	void wholeDaysEndOnTheLastOfThem(String end, String expected) {
		assertThat(event("DTSTART;VALUE=DATE:20270312", end)).contains("From: 2027-03-12\n").contains(expected);
	}

	@Test
	void singleDayHasNoEnd() {
		assertThat(event("DTSTART;VALUE=DATE:20270312", "DTEND;VALUE=DATE:20270313")).doesNotContain("Until");
		assertThat(event("DTSTART;VALUE=DATE:20270312")).doesNotContain("Until");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			FREQ=WEEKLY;BYDAY=MO,TH | every week on Monday, Thursday
			FREQ=MONTHLY;INTERVAL=3;COUNT=4 | every 3 months, 4 times
			FREQ=DAILY;UNTIL=20270401T000000Z | every day, until 2027-04-01
			FREQ=YEARLY;BYDAY=-1SU | every year
			FREQ=FORTNIGHTLY | "by a rule that Frontdesk doesn't know"
			""")
	void recurrenceIsToldInWords(String rule, String words) {
		assertThat(event("DTSTART:20270312T091500Z", "RRULE:" + rule)).endsWith("Repeats: " + words);
	}

	@Test
	void cancellationIsTold() {
		assertThat(Calendar.readable("BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nSUMMARY:Lunch\nEND:VEVENT\n"))
				.isEqualTo("[Calendar: cancel]\nWhat: Lunch");
	}

	@Test
	void valueBeginsBehindItsParametersWhateverTheyHold() {
		assertThat(event("LOCATION;ALTREP=\"https://example.org/a;b:c\":Cellar",
				"ORGANIZER;CN=\"Desk: First Floor\";SENT-BY=\"mailto:x@example.org\":mailto:desk@example.org"))
				.isEqualTo("[Calendar: event]\nWhere: Cellar\nOrganised by: desk@example.org");
	}

	@Test
	void reminderIsNoDescription() {
		assertThat(event("SUMMARY:Lunch", "BEGIN:VALARM", "DESCRIPTION:Hurry", "END:VALARM"))
				.isEqualTo("[Calendar: event]\nWhat: Lunch");
	}

	@Test
	void timeThatIsNoneIsToldAsItStandsThere() {
		assertThat(event("DTSTART:next Friday")).endsWith("From: next Friday");
		assertThat(event("DTSTART:20270312T2515Z", "DURATION:soon")).contains("From: 2027");
	}

	@Test
	void eventWithoutCalendarAroundItIsRead() {
		assertThat(Calendar.readable("BEGIN:VEVENT\r\nSUMMARY:Lu\r\n nch\r\n")).endsWith("What: Lunch");
	}

	@Test
	void calendarThatCannotBeReadSaysSo() throws Exception {
		var reading = new MailReader()
				.read(new ByteArrayResource(("From: a@example.org\nContent-Type: text/calendar\n\n"
						+ "BEGIN:VCALENDAR\nBEGIN:VEVENT\nRRULE:FREQ=YEARLY;BYDAY=-99999999999SU\nEND:VEVENT\n")
						.getBytes(StandardCharsets.US_ASCII)), _ -> false);
		assertThat(reading.text()).contains("calendar is broken");
		assertThat(reading.attachments()).hasSize(1);
	}

	private static String event(String... lines) {
		return Calendar.readable(
				"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n" + String.join("\n", lines)
						+ "\nEND:VEVENT\nEND:VCALENDAR\n");
	}

}
