package io.frontdesk.ticket.bulk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.ErrorResponseException;

import io.frontdesk.events.TicketStatus;
import io.frontdesk.http.deadline.RequestDeadline;
import io.frontdesk.ticket.lifecycle.TicketChange;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.sight.Viewer;

/** Makes one change on many tickets, each by itself: one that fails keeps none of the others back. */
@Component
public class BulkChange {

	private final TicketDesk desk;

	BulkChange(TicketDesk desk) {
		this.desk = desk;
	}

	public List<Outcome> apply(List<Long> tickets, TicketChange wanted, Viewer viewer) {
		return tickets.stream().distinct().map(ticket -> apply(ticket, wanted, viewer)).toList();
	}

	/** What was changed until the time was up stays so: the others are told of by themselves. */
	private Outcome apply(long ticket, TicketChange wanted, Viewer viewer) {
		if (RequestDeadline.isOver()) {
			return outOfTime(ticket);
		}
		try {
			var before = this.desk.again(ticket, viewer).ticket().version();
			var after = this.desk.change(ticket, wanted, viewer).ticket().version();
			return new Outcome(ticket, (after > before) ? Result.CHANGED : Result.UNCHANGED, null);
		} catch (ErrorResponseException ex) {
			return new Outcome(ticket, Result.FAILED, ex.getBody().getDetail());
		} catch (QueryTimeoutException | TransactionTimedOutException _) {
			return outOfTime(ticket);
		}
	}

	private static Outcome outOfTime(long ticket) {
		return new Outcome(ticket, Result.FAILED,
				"The time was up before its turn came. Send those that are left again.");
	}

	/** Who would be mailed by a change of status: the requesters who know of their ticket, where the status differs. */
	public Preview preview(List<Long> tickets, @Nullable TicketStatus status, Viewer viewer) {
		Map<String, Integer> mailed = new TreeMap<>();
		var found = 0;
		for (var id : tickets.stream().distinct().toList()) {
			var ticket = this.desk.isVisible(id, viewer) ? this.desk.get(id, viewer) : null;
			found += (ticket != null) ? 1 : 0;
			if (ticket != null && status != null && ticket.status() != status && !ticket.staysQuiet()) {
				mailed.merge(ticket.requester().email(), 1, Integer::sum);
			}
		}
		return new Preview(found, mailed.entrySet()
				.stream()
				.map(entry -> new Mailed(entry.getKey(), Objects.requireNonNull(entry.getValue())))
				.toList());
	}

	public enum Result {

		CHANGED, UNCHANGED, FAILED

	}

	/** @param reason why it failed */
	public record Outcome(long id, Result outcome, @Nullable String reason) {}

	/** @param tickets how many of them there are */
	public record Preview(int tickets, List<Mailed> mailed) {}

	/** @param mails how many the address gets */
	public record Mailed(String email, int mails) {}

}
