package io.frontdesk.gateway.login;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends logins at Keycloak by the back channel, so that no browser need follow there. What Keycloak does not take at once
 * waits in the database, and any gateway tries it again.
 */
@Component
class DueLogouts {

	private static final Logger log = LoggerFactory.getLogger(DueLogouts.class);

	/** Nobody else tries it in this time. */
	private static final int CLAIMED_SECONDS = 15;

	private static final int BATCH = 20;

	private final JdbcClient jdbc;

	private final Keycloak keycloak;

	DueLogouts(JdbcClient jdbc, Keycloak keycloak) {
		this.jdbc = jdbc;
		this.keycloak = keycloak;
	}

	/** Before our own session goes, which has the token. */
	DueLogout keep(String refreshToken) {
		var id = this.jdbc.sql("""
				insert into keycloak_logout (refresh_token, due_at) values (?, now() + make_interval(secs => ?))
				returning id
				""").params(refreshToken, CLAIMED_SECONDS).query(Long.class).single();
		return new DueLogout(id, refreshToken);
	}

	/** @return false if Keycloak has to be asked again later */
	boolean settle(DueLogout logout) {
		var ended = this.keycloak.ends(logout.refreshToken());
		if (ended) {
			this.jdbc.sql("delete from keycloak_logout where id = ?").param(logout.id()).update();
		}
		return ended;
	}

	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void settleDue() {
		claim().stream().allMatch(this::settle);
		var given = this.jdbc.sql("delete from keycloak_logout where since < now() - interval '1 day'").update();
		if (given > 0) {
			log.warn("Keycloak could not be told of {} logouts for a day, and has forgotten the logins by itself",
					given);
		}
	}

	private List<DueLogout> claim() {
		return this.jdbc.sql("""
				update keycloak_logout set due_at = now() + make_interval(secs => ?) where id in (
				  select id from keycloak_logout where due_at <= now() order by due_at limit ? for update skip locked)
				returning id, refresh_token
				""").params(CLAIMED_SECONDS, BATCH)
				.query((row, _) -> new DueLogout(row.getLong("id"), row.getString("refresh_token")))
				.list();
	}

}
