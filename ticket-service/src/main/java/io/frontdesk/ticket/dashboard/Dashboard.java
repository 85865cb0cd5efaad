package io.frontdesk.ticket.dashboard;

import java.time.InstantSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How the desk is doing: folded counts and the deltas that are not folded yet, in one snapshot. */
@Component
public class Dashboard {

	private final JdbcClient jdbc;

	private final OpenTickets openTickets;

	private final DaysRead days;

	private final InstantSource clock;

	Dashboard(JdbcClient jdbc, OpenTickets openTickets, DaysRead days, InstantSource clock) {
		this.jdbc = jdbc;
		this.openTickets = openTickets;
		this.days = days;
		this.clock = clock;
	}

	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public DashboardView show(DashboardQuery query) {
		var now = this.clock.instant();
		var slice = Slice.of(query);
		var pending = Delta.pending(this.jdbc, slice);
		var open = this.openTickets.totals(slice, pending);
		var flows = new DayFlows(query);
		this.days.between(slice, flows.firstDayInUtc(), flows.lastDayInUtc()).forEach(flows::add);
		pending.stream()
				.filter(delta -> !delta.isOpen())
				.forEach(delta -> flows.add(delta.day(), delta.cell(), delta.n()));
		var total = flows.total();
		return new DashboardView(query.from(), query.to(), query.zone().getId(), now,
				new DashboardView.Counters(open.open(), open.waitingOnStaff(), open.unassigned(), open.high(),
						total.received(), total.toClose().total(), total.toClose().quantiles(),
						total.toReply().quantiles()),
				new DashboardView.ByPriority(open.high(), open.mid(), open.low()),
				this.openTickets.byAge(slice, pending, open.open(), now),
				this.openTickets.byCompany(slice, pending, open.open()),
				this.openTickets.byProject(slice, pending, open.open()), flows.views());
	}

}
