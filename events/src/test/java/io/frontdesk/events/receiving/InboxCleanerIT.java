package io.frontdesk.events.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import io.frontdesk.local.testing.RealServers;

@SpringJUnitConfig
@RealServers(RealServers.Kind.POSTGRES)
class InboxCleanerIT {

	@Test
	void forgetsAllThatIsOldHoweverMuchAndNothingElse(@Autowired Environment environment) {
		var database = new DriverManagerDataSource(environment.getRequiredProperty("spring.datasource.url"),
				environment.getRequiredProperty("spring.datasource.username"),
				environment.getRequiredProperty("spring.datasource.password"));
		Flyway.configure().dataSource(database).load().migrate();
		var jdbc = JdbcClient.create(database);
		jdbc.sql("""
				insert into inbox select 'one', number::text, now() - make_interval(days => 100 + number % 40)
				from generate_series(1, 24000) number
				""").update();
		new InboxCleaner(jdbc, Duration.ofDays(120)).forget();
		assertThat(jdbc.sql("select count(*) from inbox").query(Long.class).single()).isEqualTo(12_000);
		assertThat(jdbc.sql("select count(*) from inbox where handled_at < now() - interval '120 days'")
				.query(Long.class)
				.single()).isZero();
	}

}
