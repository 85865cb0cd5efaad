package io.frontdesk.org.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.frontdesk.events.Person;
import io.frontdesk.identity.Role;
import io.frontdesk.org.users.Accounts.Account;

class AccountsTests {

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

	@Test
	void tokenIsBelievedUnlessItIsOlderThanWhatKeycloakWasTold() {
		var account = new Account(AccountState.ACTIVE, "k", true, 1, NOON);
		assertThat(account.believes(login(NOON.plusSeconds(1)))).isTrue();
		assertThat(account.believes(login(NOON.minusSeconds(1)))).isFalse();
		assertThat(account.believes(login(null))).isFalse();
		assertThat(new Account(AccountState.ACTIVE, "k", true, 0, null).believes(login(null))).isTrue();
	}

	@Test
	void tokenIsNotBelievedWhileKeycloakHasNotHeardYet() {
		assertThat(new Account(AccountState.PENDING, "k", true, 1, null).believes(login(NOON))).isFalse();
	}

	private static Login login(@Nullable Instant at) {
		return new Login(Person.of("dora@example.org", ""), Role.CLIENT, List.of(), "k", at);
	}

}
