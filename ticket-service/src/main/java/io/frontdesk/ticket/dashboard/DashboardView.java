package io.frontdesk.ticket.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.NamedId;
import io.frontdesk.ticket.dashboard.Durations.Quantiles;

/**
 * How the desk is doing. What is open is open now; what was received, closed and answered lies between from and to. A
 * ticket counts as closed at its response time, once, and no more when it is reopened or deleted.
 *
 * @param to the last day
 */
public record DashboardView(LocalDate from, LocalDate to, String tz, Instant at, Counters counters,
		ByPriority openByPriority, List<AgeGroup> openByAge, Ranking openByCompany, Ranking openByProject,
		List<Day> days) {

	/** @param timeToClose null if none was closed */
	public record Counters(long open, long waitingOnStaff, long unassigned, long highOpen, long received, long closed,
			@Nullable Quantiles timeToClose, @Nullable Quantiles firstReply) {}

	public record ByPriority(long high, long mid, long low) {}

	/**
	 * Open tickets that were requested between two quarters of an hour.
	 *
	 * @param age the upper end as it would be said: 4h 1d 3d 7d; older for the last
	 * @param createdFrom the first moment; null for no first
	 * @param createdTo the moment after the last; null for none
	 */
	public record AgeGroup(String age, @Nullable Instant createdFrom, @Nullable Instant createdTo, long open) {}

	/** @param others open tickets of all that are not listed */
	public record Ranking(List<Rank> items, long others) {}

	/** @param of null for the tickets of none */
	public record Rank(@Nullable NamedId of, long open) {}

	/** @param firstReply of the tickets that were answered first on this day */
	public record Day(LocalDate date, long received, long closed, @Nullable Quantiles timeToClose,
			@Nullable Quantiles firstReply) {}

}
