package io.frontdesk.ticket.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.NamedId;
import io.frontdesk.ticket.dashboard.DashboardView.AgeGroup;
import io.frontdesk.ticket.dashboard.DashboardView.Rank;
import io.frontdesk.ticket.dashboard.DashboardView.Ranking;

/** What is open now, by each of the ways that a dashboard shows it. */
@Component
class OpenTickets {

	private static final int SHOWN = 8;

	private static final int QUARTER = 900;

	private static final Map<String, Duration> AGES = Map.of("4h", Duration.ofHours(4), "1d", Duration.ofDays(1), "3d",
			Duration.ofDays(3), "7d", Duration.ofDays(7));

	private final JdbcClient jdbc;

	OpenTickets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Totals totals(Slice slice, List<Delta> pending) {
		var folded = this.jdbc.sql("""
				select high, mid, low, waiting_on_staff, unassigned from dashboard_open
				where company = ? and project = ?
				""").params(slice.company(), slice.project()).query(Totals.class).optional().orElse(Totals.NOTHING);
		return folded.with(pending.stream().filter(Delta::isOpen).toList());
	}

	/** The oldest group is what the others leave, so that only a week is read. */
	List<AgeGroup> byAge(Slice slice, List<Delta> pending, long open, Instant now) {
		var nowQuarter = Math.floorDiv(now.getEpochSecond(), QUARTER);
		var groups = new ArrayList<AgeGroup>();
		var counted = 0L;
		@Nullable
		Instant younger = null;
		var ages = AGES.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
		var quarters = quarters(slice, pending, (int) (nowQuarter - ages.getLast().getValue().toSeconds() / QUARTER));
		for (var age : ages) {
			var begin = nowQuarter - age.getValue().toSeconds() / QUARTER;
			var since = quarters.entrySet()
					.stream()
					.filter(entry -> entry.getKey() >= begin)
					.mapToLong(Map.Entry::getValue)
					.sum();
			var from = Instant.ofEpochSecond(begin * QUARTER);
			groups.add(new AgeGroup(age.getKey(), from, younger, since - counted));
			counted = since;
			younger = from;
		}
		groups.add(new AgeGroup("older", null, younger, open - counted));
		return groups;
	}

	private Map<Integer, Long> quarters(Slice slice, List<Delta> pending, int first) {
		var open = new HashMap<Integer, Long>();
		this.jdbc.sql("select quarter, open from dashboard_age where company = ? and project = ? and quarter >= ?")
				.params(slice.company(), slice.project(), first)
				.query((row, _) -> open.put(row.getInt("quarter"), row.getLong("open")))
				.list();
		pending.stream().filter(Delta::isOpen).filter(delta -> delta.quarter() >= first).forEach(
				delta -> open.merge(delta.quarter(), (long) delta.n(), Long::sum));
		return open;
	}

	Ranking byCompany(Slice slice, List<Delta> pending, long open) {
		return ranking("company", "project", slice.project(), slice.company(), sums(pending, Delta::company), open);
	}

	Ranking byProject(Slice slice, List<Delta> pending, long open) {
		return ranking("project", "company", slice.company(), slice.project(), sums(pending, Delta::project), open);
	}

	private static Map<UUID, Long> sums(List<Delta> pending, Function<Delta, UUID> key) {
		var sums = new HashMap<UUID, Long>();
		pending.stream().filter(Delta::isOpen)
				.forEach(delta -> sums.merge(key.apply(delta), (long) delta.n(), Long::sum));
		return sums;
	}

	/**
	 * Those with a pending change are read whatever their rank, and as many more of the best as these could overtake.
	 *
	 * @param by what is ranked, which is both the column and the table of names
	 */
	private Ranking ranking(String by, String filter, UUID filtered, UUID only, Map<UUID, Long> pending, long open) {
		var known = this.jdbc.sql("""
				select ranked.id, coalesce(named.name, ranked.id::text) as name, coalesce(open.open, 0) as open
				from (select %1$s as id from (
				          select %1$s from dashboard_open
				          where %2$s = :filtered and %1$s <> :all and (:only = :all or %1$s = :only) and open > 0
				          order by open desc limit :best) best
				      union select unnest(:pending::uuid[])) ranked
				left join dashboard_open open on open.%1$s = ranked.id and open.%2$s = :filtered
				left join %1$s named on named.id = ranked.id
				""".formatted(by, filter))
				.param("filtered", filtered)
				.param("only", only)
				.param("all", Slice.ALL)
				.param("best", SHOWN + pending.size())
				.param("pending", pending.keySet().toArray(UUID[]::new))
				.query((row, _) -> {
					var id = row.getObject("id", UUID.class);
					var named = (Slice.named(id) != null) ? new NamedId(id, row.getString("name")) : null;
					return new Rank(named, row.getLong("open") + pending.getOrDefault(id, 0L));
				})
				.list();
		var shown = known.stream()
				.filter(rank -> rank.open() > 0)
				.sorted(Comparator.comparingLong(Rank::open).reversed().thenComparing(OpenTickets::name))
				.limit(SHOWN)
				.toList();
		return new Ranking(shown, open - shown.stream().mapToLong(Rank::open).sum());
	}

	private static String name(Rank rank) {
		return (rank.of() != null) ? rank.of().name() : "";
	}

	record Totals(long high, long mid, long low, long waitingOnStaff, long unassigned) {

		static final Totals NOTHING = new Totals(0, 0, 0, 0, 0);

		long open() {
			return this.high + this.mid + this.low;
		}

		/** The bucket is priority << 2 | waiting on staff << 1 | unassigned. */
		Totals with(List<Delta> changes) {
			return new Totals(this.high + sum(changes, bucket -> bucket >> 2 == 0),
					this.mid + sum(changes, bucket -> bucket >> 2 == 1),
					this.low + sum(changes, bucket -> bucket >> 2 == 2),
					this.waitingOnStaff + sum(changes, bucket -> (bucket & 2) != 0),
					this.unassigned + sum(changes, bucket -> (bucket & 1) != 0));
		}

		private static long sum(List<Delta> changes, IntPredicate counts) {
			return changes.stream().filter(delta -> counts.test(delta.bucket())).mapToLong(Delta::n).sum();
		}

	}

}
