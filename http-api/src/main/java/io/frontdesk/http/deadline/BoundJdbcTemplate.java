package io.frontdesk.http.deadline;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/** Asked by Spring's JDBC before each statement, for how long it may run. */
class BoundJdbcTemplate extends JdbcTemplate {

	BoundJdbcTemplate(DataSource database) {
		super(database);
	}

	@Override
	public int getQueryTimeout() {
		return RequestDeadline.secondsLeft().orElseGet(super::getQueryTimeout);
	}

}
