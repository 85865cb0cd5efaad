package io.frontdesk.ticket.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.events.NamedId;
import io.frontdesk.events.Person;
import io.frontdesk.http.deadline.RequestDeadline;
import io.frontdesk.ticket.listing.TicketList;
import io.frontdesk.ticket.listing.TicketQuery;
import io.frontdesk.ticket.listing.TicketRow;

/**
 * A list of tickets as CSV (RFC 4180), read a page at a time: of a million rows, a thousand are in memory, and while a
 * slow caller takes them in, no statement and no connection waits. Each page has a request's time of its own.
 */
@Component
public class TicketExport {

	private static final int PAGE = 1_000;

	/** Without it Excel takes UTF-8 for the code page of its machine. */
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
			.setHeader("id", "subject", "status", "priority", "requesterEmail", "requesterName", "company",
					"assigneeEmail", "assigneeName", "project", "task", "tags", "source", "waitingOn", "requestTime",
					"firstReplyAt", "responseTime", "lastActivity")
			.get();

	private final TicketList list;

	TicketExport(TicketList list) {
		this.list = list;
	}

	/** Reads the first page, so that a question that can't be answered fails here and not in the middle of a file. */
	public Begun begin(TicketQuery query) {
		var first = query.page(null, PAGE);
		return new Begun(first, this.list.page(first));
	}

	public final class Begun {

		private final TicketQuery query;

		private final TicketList.Page first;

		private Begun(TicketQuery query, TicketList.Page first) {
			this.query = query;
			this.first = first;
		}

		/** @throws IOException also if the caller goes away: no further page is read then */
		public void writeTo(OutputStream out) throws IOException {
			var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
			text.write(BYTE_ORDER_MARK);
			var csv = new CSVPrinter(text, FORMAT);
			var page = this.first;
			write(page, csv);
			while (page.next() != null) {
				var next = this.query.page(page.next(), PAGE);
				page = RequestDeadline.anew(() -> TicketExport.this.list.page(next));
				write(page, csv);
			}
		}

		private static void write(TicketList.Page page, CSVPrinter csv) throws IOException {
			for (var row : page.rows()) {
				csv.printRecord(cells(row));
			}
			csv.flush();
		}

		private static List<String> cells(TicketRow row) {
			return List.of(Long.toString(row.id()), SafeCell.of(row.subject()), word(row.status()),
					word(row.priority()), email(row.requester()), name(row.requester()), name(row.company()),
					email(row.assignee()), name(row.assignee()), name(row.project()), name(row.task()),
					SafeCell.of(String.join(", ", row.tags())), word(row.source()), word(row.waitingOn()),
					time(row.requestTime()), time(row.firstReplyAt()), time(row.responseTime()),
					time(row.lastActivity()));
		}

		/** As the API writes it. */
		private static String word(Enum<?> value) {
			return value.name().toLowerCase(Locale.ROOT);
		}

		private static String email(@Nullable Person person) {
			return (person != null) ? SafeCell.of(person.email()) : "";
		}

		private static String name(@Nullable Person person) {
			return (person != null) ? SafeCell.of((person.firstName() + " " + person.lastName()).strip()) : "";
		}

		private static String name(@Nullable NamedId thing) {
			return (thing != null) ? SafeCell.of(thing.name()) : "";
		}

		private static String time(@Nullable Instant time) {
			return (time != null) ? time.toString() : "";
		}

	}

}
