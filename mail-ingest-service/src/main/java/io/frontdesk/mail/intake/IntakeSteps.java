package io.frontdesk.mail.intake;

import static io.frontdesk.events.transaction.Columns.column;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.transaction.AtCommit;

/** The way of each mail through the house. */
@Component
class IntakeSteps {

	private final JdbcClient jdbc;

	private final InstantSource clock;

	private final AtCommit<NewStep> unwritten = new AtCommit<>(this::insert);

	IntakeSteps(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Written just before the transaction commits, with its others. */
	void add(UUID entry, IntakeStep.Kind step, String detail) {
		this.unwritten.add(new NewStep(entry, this.clock.instant(), step, detail));
	}

	private void insert(List<NewStep> steps) {
		this.jdbc.sql("""
				insert into intake_step (entry_id, at, step, detail)
				select entry, at, step, detail
				from unnest(:entries::uuid[], :times::timestamptz[], :kinds, :details)
				     with ordinality as step (entry, at, step, detail, number)
				order by number
				""")
				.param("entries", column(steps, NewStep::entry))
				.param("times", column(steps, NewStep::at))
				.param("kinds", column(steps, NewStep::kind))
				.param("details", column(steps, NewStep::detail))
				.update();
	}

	/** Whether it was told of before. */
	boolean isSentOn(UUID entry) {
		return this.jdbc.sql("select exists (select from intake_step where entry_id = ? and step = 'SENT_ON')")
				.param(entry)
				.query(Boolean.class)
				.single();
	}

	List<IntakeStep> of(UUID entry) {
		return this.jdbc.sql("select at, step, detail from intake_step where entry_id = ? order by id")
				.param(entry)
				.query((row, _) -> new IntakeStep(row.getObject("at", OffsetDateTime.class).toInstant(),
						IntakeStep.Kind.valueOf(row.getString("step")), row.getString("detail")))
				.list();
	}

	private record NewStep(UUID entry, Instant at, IntakeStep.Kind kind, String detail) {}

}
