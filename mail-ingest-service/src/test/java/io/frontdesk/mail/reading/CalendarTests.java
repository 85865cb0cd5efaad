package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;

import io.frontdesk.events.Classification;

class CalendarTests {

	@Test
	void timeIsToldWithItsZone() {
		assertThat(event("DTSTART;TZID=Europe/Lisbon:20270312T091500", "DTEND:20270312T100000Z"))
				.contains("From: 2027-03-12 09:15 Europe/Lisbon", "Until: 2027-03-12 10:00 UTC");
	}

	@ParameterizedTest
	@CsvSource({"Europe/Lisbon,20270712T091500,+01:00", "Europe/Lisbon,20270112T091500,+00:00",
			"W. Europe Standard Time,20270712T091500,+02:00", "India Standard Time,20270712T091500,+05:30"})
	void zoneIsToldWithItsDistanceFromUtc(String zone, String start, String distance) {
		assertThat(event("DTSTART;TZID=%s:%s".formatted(zone, start)))
				.endsWith("09:15 %s (UTC%s)".formatted(zone, distance));
	}

	@Test
	void zoneThatOnlyItsSenderKnowsIsNamed() {
		assertThat(event("DTSTART;TZID=Clock on the wall:20270312T091500"))
				.endsWith("From: 2027-03-12 09:15 Clock on the wall");
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
			FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3 | every year in March on the last Sunday
			FREQ=MONTHLY;BYDAY=1TU,3TU | every month on the first Tuesday, the third Tuesday
			FREQ=MONTHLY;BYMONTHDAY=15,-1 | every month on day 15, 1 from the end
			FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1 | every month, when exactly is in the attached file
			FREQ=FORTNIGHTLY | "by a rule that Frontdesk doesn't know"
			""")
	void recurrenceIsToldInWords(String rule, String words) {
		assertThat(event("DTSTART:20270312T091500Z", "RRULE:" + rule)).endsWith("Repeats: " + words);
	}

	@Test
	void cancellationIsTold() {
		assertThat(calendar("CANCEL", "SUMMARY:Lunch")).isEqualTo("[Calendar: cancelled]\nWhat: Lunch");
		assertThat(Calendar.of("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Lunch\nEND:VEVENT\n", "cancel").text())
				.isEqualTo("[Calendar: cancelled]\nWhat: Lunch");
	}

	@Test
	void datesAddedAndLeftOutAreTold() {
		assertThat(event("DTSTART:20270312T091500Z", "RRULE:FREQ=DAILY", "RDATE:20270401T080000Z",
				"EXDATE;TZID=Europe/Lisbon:20270313T091500,20270314T091500"))
				.contains("Also: 2027-04-01 08:00 UTC",
						"Except: 2027-03-13 09:15 Europe/Lisbon (UTC+00:00), 2027-03-14");
	}

	@Test
	void changeOfOneOfManySaysOfWhich() {
		assertThat(calendar("REQUEST", "SUMMARY:Lunch", "DTSTART:20270313T120000Z", "RECURRENCE-ID:20270312T120000Z"))
				.startsWith("[Calendar: invitation]").endsWith("Which of them: 2027-03-12 12:00 UTC");
	}

	@Test
	void everyEventIsToldUpToALimit() {
		var event = "BEGIN:VEVENT\nSUMMARY:Visit %d\nEND:VEVENT\n";
		var many = IntStream.rangeClosed(1, 25).mapToObj(event::formatted).collect(Collectors.joining());
		assertThat(Calendar.of("BEGIN:VCALENDAR\n" + many + "END:VCALENDAR\n", null).text())
				.contains("What: Visit 1\n", "What: Visit 2\n", "What: Visit 20\n").doesNotContain("Visit 21")
				.endsWith("[The attached file has 5 more.]");
	}

	@Test
	void taskIsToldWithTheTimeThatItIsDue() {
		assertThat(Calendar.of("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:Sweep\nDUE:20270312T120000Z\nEND:VTODO\n",
				null).text())
				.isEqualTo("[Calendar: task]\nWhat: Sweep\nDue: 2027-03-12 12:00 UTC");
	}

	@ParameterizedTest
	@CsvSource({"ACCEPTED,accepts", "DECLINED,declines", "TENTATIVE,accepts perhaps", "X-LATE,X-LATE"})
	void answerSaysWhoComes(String status, String words) {
		assertThat(calendar("REPLY", "SUMMARY:Lunch", "ATTENDEE;PARTSTAT=%s:mailto:eli@example.org".formatted(status),
				"COMMENT:Save me a seat")).isEqualTo("[Calendar: answer]\nWhat: Lunch\nAnswer: eli@example.org "
						+ words + "\nComment: Save me a seat");
	}

	@Test
	void proposalOfAnotherTimeIsTold() {
		assertThat(calendar("COUNTER", "DTSTART:20270312T120000Z"))
				.isEqualTo("[Calendar: another time is proposed]\nFrom: 2027-03-12 12:00 UTC");
	}

	@Test
	void calendarOfAnOldProgramIsRead() throws Exception {
		assertThat(Letter.read("From: a@example.org\nContent-Type: text/x-vcalendar\n\nBEGIN:VCALENDAR\nVERSION:1.0\n"
				+ "BEGIN:VEVENT\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BCn\nDTSTART:20270312T120000Z\n"
				+ "END:VEVENT\nEND:VCALENDAR\n").text())
				.isEqualTo("[Calendar: event]\nWhat: Grün\nFrom: 2027-03-12 12:00 UTC");
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
		assertThat(Calendar.of("BEGIN:VEVENT\r\nSUMMARY:Lu\r\n nch\r\n", null).text()).endsWith("What: Lunch");
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

	@Test
	void whoOnlyTellsThatTheyComeAsksForNoAnswer() throws Exception {
		for (var text : List.of("", "I bring the ladder.")) {
			var answer = Letter.read("""
					From: nora@home.example
					Subject: Accepted: Lunch
					Content-Type: multipart/alternative; boundary=b

					--b
					Content-Type: text/plain

					%s
					--b
					Content-Type: text/calendar

					BEGIN:VCALENDAR
					METHOD:REPLY
					BEGIN:VEVENT
					SUMMARY:Lunch
					ATTENDEE;PARTSTAT=ACCEPTED:mailto:nora@home.example
					END:VEVENT
					END:VCALENDAR
					--b--
					""".formatted(text));
			assertThat(answer.classification()).isEqualTo(Classification.PERSON);
			assertThat(answer.noAnswer()).isEqualTo("METHOD: REPLY");
		}
	}

	@Test
	void answerThatOnlyTheMailNamesSoIsOne() throws Exception {
		assertThat(Letter
				.read("From: nora@home.example\nContent-Type: TEXT/Calendar; METHOD=\"reply\"\n\nBEGIN:VCALENDAR\n"
						+ "BEGIN:VEVENT\nSUMMARY:Lunch\nEND:VEVENT\nEND:VCALENDAR\n")
				.noAnswer()).isEqualTo("METHOD: REPLY");
	}

	@Test
	void invitationAndAnswerThatAPersonPassesOnAskForAnAnswer() throws Exception {
		assertThat(
				Letter.read("From: nora@home.example\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\n"
						+ "BEGIN:VEVENT\nSUMMARY:Lunch\nEND:VEVENT\nEND:VCALENDAR\n").noAnswer())
				.isNull();
		var passedOn = Letter.read("""
				From: nora@home.example
				Content-Type: multipart/mixed; boundary=b

				--b

				Can he not read?
				--b
				Content-Type: text/calendar; method=REPLY
				Content-Disposition: attachment; filename=answer.ics

				BEGIN:VCALENDAR
				METHOD:REPLY
				END:VCALENDAR
				--b--
				""");
		assertThat(passedOn.classification()).isEqualTo(Classification.PERSON);
		assertThat(passedOn.noAnswer()).isNull();
	}

	private static String event(String... lines) {
		return calendar("", lines);
	}

	private static String calendar(String method, String... lines) {
		return Calendar
				.of("BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:%s\nBEGIN:VEVENT\n%s\nEND:VEVENT\nEND:VCALENDAR\n"
						.formatted(method, String.join("\n", lines)), null)
				.text();
	}

}
