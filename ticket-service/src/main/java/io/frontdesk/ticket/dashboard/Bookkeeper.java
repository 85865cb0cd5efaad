package io.frontdesk.ticket.dashboard;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds what changed into the counts. Every instance tries, one at a time does; a reader sees a change before and after
 * its folding, and once.
 */
@Component
public class Bookkeeper {

	private static final Logger log = LoggerFactory.getLogger(Bookkeeper.class);

	/** Of this job among the database's advisory locks. */
	private static final int LOCK = 0x4444_0001;

	private static final String PENDING = "delete from dashboard_delta returning *";

	/** With the deltas deleted by the same statement: its snapshot has of each change both the delta and the ticket. */
	private static final String ALL_TICKETS = """
			select f.company, f.project, f.fact, f.quarter, f.bucket, count(*) as n
			from ticket t, dashboard_facts(t.active, t.status, t.priority, t.waiting_on, t.assignee_id, t.company_id,
					t.project_id, t.request_time, t.response_time, t.first_reply_at) f
			group by f.company, f.project, f.fact, f.quarter, f.bucket
			), outdated as (delete from dashboard_delta""";

	private static final String FOLD = """
			with moved as (%s),
			sliced as materialized (
				select c.company, p.project, m.fact, m.quarter, m.bucket, sum(m.n)::int as n
				from moved m
				cross join lateral (values (m.company), ('ffffffff-ffff-ffff-ffff-ffffffffffff')) c (company)
				cross join lateral (values (m.project), ('ffffffff-ffff-ffff-ffff-ffffffffffff')) p (project)
				group by c.company, p.project, m.fact, m.quarter, m.bucket
				having sum(m.n) <> 0
			),
			opened as (
				insert into dashboard_open as o (company, project, high, mid, low, waiting_on_staff, unassigned)
				select company, project,
				       coalesce(sum(n) filter (where bucket >> 2 = 0), 0),
				       coalesce(sum(n) filter (where bucket >> 2 = 1), 0),
				       coalesce(sum(n) filter (where bucket >> 2 = 2), 0),
				       coalesce(sum(n) filter (where bucket & 2 <> 0), 0),
				       coalesce(sum(n) filter (where bucket & 1 <> 0), 0)
				from sliced where fact = 'open'
				group by company, project
				on conflict (company, project) do update
				set high = o.high + excluded.high, mid = o.mid + excluded.mid, low = o.low + excluded.low,
				    waiting_on_staff = o.waiting_on_staff + excluded.waiting_on_staff,
				    unassigned = o.unassigned + excluded.unassigned
			),
			aged as (
				insert into dashboard_age as a (company, project, quarter, open)
				select company, project, quarter, sum(n) from sliced where fact = 'open'
				group by company, project, quarter having sum(n) <> 0
				on conflict (company, project, quarter) do update set open = a.open + excluded.open
			)
			insert into dashboard_day as d (company, project, day, cells, counts)
			select company, project, quarter / 96, array_agg(cell order by cell), array_agg(n order by cell)
			from (select company, project, quarter, n,
			             ((quarter %% 96) << 11)
			             | ((case fact when 'received' then 0 when 'closed' then 1 else 2 end) << 9)
			             | bucket as cell
			      from sliced where fact <> 'open') happened
			group by company, project, quarter / 96
			on conflict (company, project, day) do update
			set (cells, counts) = (
				select coalesce(array_agg(cell order by cell), '{}'), coalesce(array_agg(n order by cell), '{}')
				from (select cell, sum(n)::int as n
				      from (select * from unnest(d.cells, d.counts)
				            union all select * from unnest(excluded.cells, excluded.counts)) both_of (cell, n)
				      group by cell having sum(n) <> 0) merged)
			""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final InstantSource clock;

	Bookkeeper(JdbcClient jdbc, PlatformTransactionManager transactions, InstantSource clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** At a rate and not with a delay: Spring runs these on threads of their own, where a long one holds up no other job. */
	@Scheduled(fixedRate = 2, timeUnit = TimeUnit.SECONDS)
	void foldPending() {
		if (this.jdbc.sql("select exists (select from dashboard_delta)").query(Boolean.class).single()) {
			this.transaction.executeWithoutResult(_ -> {
				if (this.jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single()) {
					fold(PENDING);
				}
			});
		}
	}

	/**
	 * Counts all tickets anew; tells how long that took. Meanwhile tickets change as ever, and dashboards show the counts
	 * there were.
	 */
	public Duration rebuild() {
		var began = this.clock.instant();
		this.transaction.executeWithoutResult(_ -> {
			// A statement of its own: the next one's snapshot must be younger than the lock.
			this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((_, _) -> LOCK).single();
			this.jdbc.sql("delete from dashboard_open").update();
			this.jdbc.sql("delete from dashboard_age").update();
			this.jdbc.sql("delete from dashboard_day").update();
			fold(ALL_TICKETS);
		});
		var took = Duration.between(began, this.clock.instant());
		log.info("Counted all tickets anew in {}", took);
		return took;
	}

	private void fold(String changes) {
		this.jdbc.sql(FOLD.formatted(changes)).update();
		this.jdbc.sql("delete from dashboard_age where open = 0").update();
	}

}
