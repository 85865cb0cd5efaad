package io.frontdesk.ticket.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class DashboardQueryTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:30:00Z");

	@Test
	void aWeekThatEndsTodayIsTheDefault() {
		var query = DashboardQuery.parse(null, null, "Pacific/Chatham", null, null, NOW);
		assertThat(query.to()).as("today at +13:45").isEqualTo(LocalDate.of(2026, 11, 24));
		assertThat(query.from()).isEqualTo(LocalDate.of(2026, 11, 18));
	}

	@Test
	void instantStandsForItsDayInTheZone() {
		var query = DashboardQuery.parse("2026-11-22T23:30:00Z", "2026-11-23T01:00:00+02:00", "Europe/Berlin", null,
				null,
				NOW);
		assertThat(query.from()).isEqualTo(LocalDate.of(2026, 11, 23));
		assertThat(query.to()).isEqualTo(LocalDate.of(2026, 11, 23));
	}

}
