package io.frontdesk.ticket.dashboard;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The days of a question, each as long as its time zone makes it. */
final class DayFlows {

	private static final int SECONDS_OF_QUARTER = 900;

	private final List<LocalDate> dates;

	/** The quarter at which each day begins, and the one at which the last has ended. */
	private final int[] begins;

	private final List<Flow> flows;

	DayFlows(DashboardQuery query) {
		this.dates = query.from().datesUntil(query.to().plusDays(1)).toList();
		this.begins = Stream.concat(this.dates.stream(), Stream.of(query.to().plusDays(1)))
				.mapToInt(date -> (int) Math.max(0,
						Math.floorDiv(date.atStartOfDay(query.zone()).toEpochSecond(), SECONDS_OF_QUARTER)))
				.toArray();
		this.flows = this.dates.stream().map(_ -> new Flow()).toList();
	}

	int firstDayInUtc() {
		return this.begins[0] / DayCells.QUARTERS;
	}

	int lastDayInUtc() {
		return (this.begins[this.begins.length - 1] - 1) / DayCells.QUARTERS;
	}

	void add(DayCells day) {
		for (var i = 0; i < day.cells().length; i++) {
			add(day.day(), day.cells()[i], day.counts()[i]);
		}
	}

	void add(int day, int cell, int n) {
		var quarter = day * DayCells.QUARTERS + DayCells.quarter(cell);
		var found = Arrays.binarySearch(this.begins, quarter);
		var index = (found >= 0) ? found : -found - 2;
		if (index >= 0 && index < this.flows.size()) {
			this.flows.get(index).add(cell, n);
		}
	}

	Flow total() {
		var total = new Flow();
		this.flows.forEach(total::add);
		return total;
	}

	List<DashboardView.Day> views() {
		return Stream.iterate(0, i -> i + 1).limit(this.dates.size())
				.map(i -> view(this.dates.get(i), this.flows.get(i)))
				.toList();
	}

	private static DashboardView.Day view(LocalDate date, Flow flow) {
		return new DashboardView.Day(date, flow.received(), flow.toClose().total(), flow.toClose().quantiles(),
				flow.toReply().quantiles());
	}

}
