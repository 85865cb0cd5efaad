package io.frontdesk.ticket.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.frontdesk.ticket.dashboard.DashboardView.AgeGroup;
import io.frontdesk.ticket.dashboard.DashboardView.Ranking;
import io.frontdesk.ticket.dashboard.Durations.Quantiles;

/** What a dashboard should say, by counting each ticket. */
record FullCount(JdbcClient jdbc, DashboardQuery query) {

	private static final double ERROR_PERCENT = 3.2;

	void agreesWith(DashboardView view) {
		var counters = view.counters();
		assertThat(counters.open()).as("open").isEqualTo(open("true"));
		assertThat(counters.waitingOnStaff()).as("waiting on staff").isEqualTo(open("waiting_on = 'STAFF'"));
		assertThat(counters.unassigned()).as("unassigned").isEqualTo(open("assignee_id is null"));
		assertThat(counters.highOpen()).as("high").isEqualTo(open("priority = 'HIGH'"));
		assertThat(view.openByPriority()).isEqualTo(new DashboardView.ByPriority(open("priority = 'HIGH'"),
				open("priority = 'MID'"), open("priority = 'LOW'")));
		view.openByAge().forEach(this::agreesWith);
		agreesWith("company_id", view.openByCompany());
		agreesWith("project_id", view.openByProject());
		var range = new Range(this.query.from(), this.query.to());
		assertThat(counters.received()).as("received").isEqualTo(count("request_time", "true", range));
		assertThat(counters.closed()).as("closed").isEqualTo(count("response_time", "status = 'CLOSED'", range));
		agreesWith("response_time", "status = 'CLOSED'", range, counters.timeToClose());
		agreesWith("first_reply_at", "true", range, counters.firstReply());
		assertThat(view.days()).hasSize((int) this.query.from().datesUntil(this.query.to().plusDays(1)).count());
		view.days().forEach(this::agreesWith);
	}

	private void agreesWith(DashboardView.Day day) {
		var date = new Range(day.date(), day.date());
		assertThat(day.received()).as("received on %s", day.date()).isEqualTo(count("request_time", "true", date));
		assertThat(day.closed()).as("closed on %s", day.date())
				.isEqualTo(count("response_time", "status = 'CLOSED'", date));
		agreesWith("response_time", "status = 'CLOSED'", date, day.timeToClose());
		agreesWith("first_reply_at", "true", date, day.firstReply());
	}

	private void agreesWith(AgeGroup group) {
		var counted = filtered("""
				select count(*) from ticket where active and status = 'OPEN'
				and request_time >= coalesce(:from::timestamptz, '-infinity')
				and request_time < coalesce(:to::timestamptz, 'infinity')""")
				.param("from", utc(group.createdFrom()))
				.param("to", utc(group.createdTo()))
				.query(Long.class)
				.single();
		assertThat(group.open()).as("open of age %s", group.age()).isEqualTo(counted);
	}

	private void agreesWith(String column, Ranking ranking) {
		record Row(@Nullable UUID id, long open) {}
		var all = filtered("select %1$s as id, count(*) as open from ticket where active and status = 'OPEN'"
				.formatted(column), " group by 1")
				.query(Row.class)
				.list();
		var best = all.stream().map(Row::open).sorted((a, b) -> Long.compare(b, a)).limit(8).toList();
		assertThat(ranking.items()).extracting(DashboardView.Rank::open).as("ranks by %s", column).isEqualTo(best);
		assertThat(ranking.others()).isEqualTo(
				all.stream().mapToLong(Row::open).sum() - best.stream().mapToLong(Long::longValue).sum());
		var counts = all.stream().collect(Collectors.toMap(row -> String.valueOf(row.id()), Row::open));
		assertThat(ranking.items()).allSatisfy(rank -> assertThat(rank.open())
				.isEqualTo(counts.get(String.valueOf((rank.of() != null) ? rank.of().id() : null))));
	}

	private void agreesWith(String column, String condition, Range range, @Nullable Quantiles shown) {
		var sql = """
				select percentile_disc(array[0.5, 0.9]) within group (
					order by greatest(0, floor(extract(epoch from %1$s - request_time))))
				from ticket where active and %2$s and (%1$s at time zone :tz)::date between :from and :to""";
		var exact = in(range, filtered(sql.formatted(column, condition)))
				.query((row, _) -> {
					var array = row.getArray(1);
					return (array != null) ? List.of((Number[]) array.getArray()) : List.<Number>of();
				})
				.single();
		if (exact.isEmpty()) {
			assertThat(shown).isNull();
		} else {
			assertThat(shown).isNotNull();
			assertThat(shown.medianSeconds()).isCloseTo(exact.get(0).longValue(), withPercentage(ERROR_PERCENT));
			assertThat(shown.p90Seconds()).isCloseTo(exact.get(1).longValue(), withPercentage(ERROR_PERCENT));
		}
	}

	private long open(String condition) {
		return filtered("select count(*) from ticket where active and status = 'OPEN' and " + condition)
				.query(Long.class)
				.single();
	}

	private long count(String column, String condition, Range range) {
		return in(range, filtered("""
				select count(*) from ticket
				where active and %2$s and (%1$s at time zone :tz)::date between :from and :to"""
				.formatted(column, condition)))
				.query(Long.class)
				.single();
	}

	private JdbcClient.StatementSpec in(Range range, JdbcClient.StatementSpec statement) {
		return statement.param("tz", this.query.zone().getId()).param("from", range.from()).param("to", range.to());
	}

	private JdbcClient.StatementSpec filtered(String sql) {
		return filtered(sql, "");
	}

	private JdbcClient.StatementSpec filtered(String sql, String end) {
		return this.jdbc
				.sql(sql + "\n"
						+ """
								and (:company::uuid is null or company_id = :company) and (:project::uuid is null or project_id = :project)"""
						+ end)
				.param("company", this.query.company())
				.param("project", this.query.project());
	}

	private static @Nullable Object utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	private record Range(LocalDate from, LocalDate to) {}

}
