package io.frontdesk.ticket.dashboard;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A change of the counts that is not folded into them yet. */
record Delta(UUID company, UUID project, String fact, int quarter, int bucket, int n) {

	static List<Delta> pending(JdbcClient jdbc, Slice slice) {
		return jdbc.sql("""
				select company, project, fact, quarter, bucket, sum(n)::int as n
				from dashboard_delta
				where (:company = :all or company = :company) and (:project = :all or project = :project)
				group by company, project, fact, quarter, bucket
				""")
				.param("company", slice.company())
				.param("project", slice.project())
				.param("all", Slice.ALL)
				.query((row, _) -> new Delta(row.getObject("company", UUID.class), row.getObject("project", UUID.class),
						row.getString("fact"), row.getInt("quarter"), row.getInt("bucket"), row.getInt("n")))
				.list();
	}

	boolean isOpen() {
		return this.fact.equals("open");
	}

	int day() {
		return this.quarter / DayCells.QUARTERS;
	}

	/** As dashboard_day has it. */
	int cell() {
		var number = switch (this.fact) {
			case "received" -> DayCells.RECEIVED;
			case "closed" -> DayCells.CLOSED;
			default -> DayCells.REPLIED;
		};
		return (this.quarter % DayCells.QUARTERS) << 11 | number << 9 | this.bucket;
	}

}
