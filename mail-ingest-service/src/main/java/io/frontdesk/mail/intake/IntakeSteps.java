package io.frontdesk.mail.intake;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The way of each mail through the house. */
@Component
class IntakeSteps {

	private final JdbcClient jdbc;

	private final InstantSource clock;

	IntakeSteps(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void add(UUID entry, IntakeStep.Kind step, String detail) {
		this.jdbc.sql("insert into intake_step (entry_id, at, step, detail) values (?, ?, ?, ?)")
				.params(entry, this.clock.instant().atOffset(ZoneOffset.UTC), step.name(), detail)
				.update();
	}

	List<IntakeStep> of(UUID entry) {
		return this.jdbc.sql("select at, step, detail from intake_step where entry_id = ? order by id")
				.param(entry)
				.query((row, _) -> new IntakeStep(row.getObject("at", OffsetDateTime.class).toInstant(),
						IntakeStep.Kind.valueOf(row.getString("step")), row.getString("detail")))
				.list();
	}

}
