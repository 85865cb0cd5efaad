package io.frontdesk.ticket.listing;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What lists show of tickets whose ids are known. A statement of its own: PostgreSQL plans it once and for all, while
 * planning these joins anew for each page took longer than reading it.
 */
@Component
class TicketRows {

	private final JdbcClient jdbc;

	TicketRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In this order; without those that there are no more. */
	List<TicketRow> of(List<Long> ids) {
		return this.jdbc
				.sql("""
						select t.id, t.subject, left(t.message, 600) as message, t.status, t.priority, t.source, t.waiting_on,
						       t.tags, t.request_time, t.first_reply_at, t.response_time, t.last_activity, t.active, t.version,
						       t.public_version,
						       t.requester_id, t.assignee_id, t.company_id, t.project_id, t.task_id,
						       r.email as r_email, r.first_name as r_first_name, r.last_name as r_last_name,
						       a.email as a_email, a.first_name as a_first_name, a.last_name as a_last_name,
						       c.name as company, p.name as project, k.name as task
						from unnest(:ids::bigint[]) with ordinality as wanted (id, number)
						join ticket t on t.id = wanted.id
						join person r on r.id = t.requester_id
						left join person a on a.id = t.assignee_id
						left join company c on c.id = t.company_id
						left join project p on p.id = t.project_id
						left join task k on k.id = t.task_id
						order by wanted.number
						""")
				.param("ids", ids.toArray(Long[]::new))
				.query(TicketRow::of)
				.list();
	}

}
