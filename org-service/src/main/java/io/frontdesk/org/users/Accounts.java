package io.frontdesk.org.users;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import io.namastack.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.org.users.Logins.Outcome.Provided;

/** What is known of the users' logins. */
@Component
class Accounts {

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final InstantSource clock;

	Accounts(JdbcClient jdbc, Outbox outbox, InstantSource clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** The user is to have a login, as the directory has the user now. */
	void want(UUID user) {
		this.jdbc.sql("""
				insert into account (user_id, state, wish) values (:user, 'PENDING', 1)
				on conflict (user_id) do update set state = 'PENDING', reason = null, wish = account.wish + 1
				""").param("user", user).update();
		var wanted = new AccountWanted(user);
		this.outbox.schedule(wanted, wanted.key());
	}

	Optional<Account> find(UUID user) {
		return this.jdbc.sql("select state, login_id, invited, wish, settled_at from account where user_id = ?")
				.param(user)
				.query((row, _) -> new Account(AccountState.valueOf(row.getString("state")), row.getString("login_id"),
						row.getBoolean("invited"), row.getLong("wish"),
						instant(row.getObject("settled_at", OffsetDateTime.class))))
				.optional();
	}

	/** The user logged in with an account that nobody here asked for. */
	void adopt(UUID user, String loginId) {
		this.jdbc.sql("""
				insert into account (user_id, state, login_id, invited) values (:user, 'ACTIVE', :login, true)
				on conflict do nothing
				""").param("user", user).param("login", loginId).update();
	}

	/** Keycloak has it. There may be a newer wish by now, which then comes next. */
	void settle(WantedLogin wanted, Provided provided) {
		this.jdbc.sql("""
				update account set login_id = :login, invited = invited or :invited, reason = null, settled_at = :now,
				                   state = case when wish = :wish then :state else state end
				where user_id = :user
				""").param("login", provided.loginId()).param("invited", provided.invited())
				.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
				.param("wish", wanted.wish()).param("user", wanted.user())
				.param("state", (wanted.enabled() ? AccountState.ACTIVE : AccountState.DISABLED).name()).update();
	}

	void explain(WantedLogin wanted, AccountState state, String reason) {
		this.jdbc.sql("update account set state = :state, reason = :reason where user_id = :user and wish = :wish")
				.param("state", state.name()).param("reason", reason).param("user", wanted.user())
				.param("wish", wanted.wish()).update();
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	/** @param settledAt when Keycloak last took a wish of ours */
	record Account(AccountState state, @Nullable String loginId, boolean invited, long wish,
			@Nullable Instant settledAt) {

		/** What a token says counts if it is newer than what we last told Keycloak. */
		boolean believes(Login login) {
			return this.state == AccountState.ACTIVE
					&& (this.settledAt == null || login.at() != null && login.at().isAfter(this.settledAt));
		}

	}

}
