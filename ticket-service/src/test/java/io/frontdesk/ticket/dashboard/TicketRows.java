package io.frontdesk.ticket.dashboard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets straight into the table, with any past that a test needs. */
record TicketRows(JdbcClient jdbc) {

	private static final AtomicLong IDS = new AtomicLong(5_000_000_000L);

	long open(@Nullable UUID company, @Nullable UUID project, String priority, Instant requested) {
		return add(company, project, priority, requested, null, null);
	}

	long add(@Nullable UUID company, @Nullable UUID project, String priority, Instant requested,
			@Nullable Instant closed, @Nullable Instant replied) {
		var id = IDS.incrementAndGet();
		this.jdbc.sql("insert into ticket_number values (?)").param(id).update();
		this.jdbc
				.sql("""
						insert into ticket (id, subject, message, status, priority, source, waiting_on, requester_id, company_id,
						                    project_id, request_time, response_time, first_reply_at, last_activity, version)
						values (:id, 'Printer on fire', 'It smokes.', :status, :priority, 'MAIL', 'STAFF', :requester, :company,
						        :project, :requested, :closed, :replied, :requested, 0)
						""")
				.param("id", id)
				.param("status", (closed != null) ? "CLOSED" : "OPEN")
				.param("priority", priority)
				.param("requester", person())
				.param("company", company)
				.param("project", project)
				.param("requested", requested.atOffset(ZoneOffset.UTC))
				.param("closed", (closed != null) ? closed.atOffset(ZoneOffset.UTC) : null)
				.param("replied", (replied != null) ? replied.atOffset(ZoneOffset.UTC) : null)
				.update();
		return id;
	}

	UUID person() {
		var id = new UUID(7, 7);
		this.jdbc.sql("""
				insert into person (id, email, first_name, last_name, version)
				values (?, 'dashboard@example.org', 'Dash', 'Board', 0) on conflict do nothing
				""").param(id).update();
		return id;
	}

	UUID company(String name) {
		var id = UUID.randomUUID();
		this.jdbc.sql("insert into company (id, name, active, version) values (?, ?, true, 0)").params(id, name)
				.update();
		return id;
	}

	UUID project(String name) {
		var id = UUID.randomUUID();
		this.jdbc.sql("insert into project (id, name, active, version) values (?, ?, true, 0)").params(id, name)
				.update();
		return id;
	}

}
