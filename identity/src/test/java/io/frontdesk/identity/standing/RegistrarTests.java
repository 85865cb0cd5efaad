package io.frontdesk.identity.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;

class RegistrarTests {

	private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

	private static final Person EVE = Person.of("eve@example.org", "Eve Young");

	private final Registrar registrar = new Registrar(() -> NOW);

	@Test
	void whoeverWasDeactivatedIsTurnedAwayUntilTheyAreActiveAgain() {
		hear(EVE.email(), false, 1);
		assertThat(this.registrar.isDeactivated(EVE)).isTrue();
		hear(EVE.email(), true, 2);
		assertThat(this.registrar.isDeactivated(EVE)).isFalse();
	}

	@Test
	void tokenWithoutOurIdIsKnownByItsAddress() {
		hear("new@example.org", false, 1);
		assertThat(this.registrar.isDeactivated(Person.of("new@example.org", ""))).isTrue();
	}

	@Test
	void addressThatADeactivatedUserNoLongerHasIsFree() {
		hear("old@example.org", false, 1);
		hear("new@example.org", false, 2);
		assertThat(this.registrar.isDeactivated(Person.of("old@example.org", ""))).isFalse();
		assertThat(this.registrar.isDeactivated(Person.of("new@example.org", ""))).isTrue();
	}

	@Test
	void addressThatADeactivatedUserHadLeadsToThem() {
		this.registrar.hear(movedFrom("old@example.org", false), NOW);
		assertThat(this.registrar.isDeactivated(Person.of("old@example.org", ""))).isTrue();
		hear("new@example.org", true, 2);
		assertThat(this.registrar.isDeactivated(Person.of("old@example.org", ""))).isFalse();
	}

	@Test
	void tokenThatNamesAnAddressFromBeforeIsTooOld() {
		this.registrar.hear(movedFrom(EVE.email(), true), NOW);
		assertThat(this.registrar.hasGivenUpAddress(EVE)).isTrue();
		assertThat(this.registrar.hasGivenUpAddress(new Person(EVE.id(), "new@example.org", "Eve", "Young"))).isFalse();
		assertThat(this.registrar.hasGivenUpAddress(new Person(UUID.randomUUID(), EVE.email(), "Other", "")))
				.as("somebody else, to whom the address was given").isFalse();
	}

	@Test
	void olderEventThatComesLateLetsNobodyIn() {
		hear(EVE.email(), false, 3);
		hear(EVE.email(), true, 2);
		assertThat(this.registrar.isDeactivated(EVE)).isTrue();
	}

	@Test
	void tokenFromBeforeAChangeIsTooOld() {
		hear(EVE.email(), true, 1);
		assertThat(this.registrar.hasChanged(EVE, NOW.minusSeconds(60))).isTrue();
		assertThat(this.registrar.hasChanged(EVE, NOW.plusMillis(1))).isFalse();
	}

	@Test
	void changeOfLongAgoConcernsNoTokenOfToday() {
		this.registrar.hear(user(EVE.email(), true, 1), NOW.minus(Duration.ofHours(1)));
		assertThat(this.registrar.hasChanged(EVE, NOW.minusSeconds(60))).isFalse();
	}

	@Test
	void nobodyIsKnownBeforeAllIsRead() {
		assertThat(this.registrar.knowsEverybody(Duration.ZERO)).isFalse();
		this.registrar.heardAll();
		assertThat(this.registrar.knowsEverybody(Duration.ZERO)).isTrue();
	}

	private void hear(String email, boolean active, long version) {
		this.registrar.hear(user(email, active, version), NOW);
	}

	private static UserChanged movedFrom(String former, boolean active) {
		return new UserChanged(EVE.id(), "new@example.org", "Eve", "Young", null, false, active, 1, List.of(former));
	}

	private static UserChanged user(String email, boolean active, long version) {
		UUID id = EVE.id();
		return new UserChanged(id, email, "Eve", "Young", null, false, active, version);
	}

}
