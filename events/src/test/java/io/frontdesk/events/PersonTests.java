package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

class PersonTests {

	@Test
	void sameAddressIsTheSamePersonInAnyCase() {
		assertThat(Person.idOf(" Dora@Example.ORG ")).isEqualTo(Person.idOf("dora@example.org"));
	}

	@Test
	void lastWordOfADisplayNameIsTheLastName() {
		assertThat(Person.of("d@example.org", "Dora de Vries"))
				.extracting(Person::firstName, Person::lastName)
				.containsExactly("Dora de", "Vries");
		assertThat(Person.of("d@example.org", "Dora").lastName()).isEmpty();
		assertThat(Person.of("d@example.org", "").firstName()).isEmpty();
	}

	@Test
	void nameLosesWhatNobodySeesWhereverItComesFrom() {
		assertThat(Person.of("d@example.org", "\u202EDora\u200B  Ex\u2028ample\u2069").firstName())
				.isEqualTo("Dora Ex");
		assertThat(new Person(new UUID(0, 1), "d@example.org", "Do\u202Era", "\u3164"))
				.isEqualTo(new Person(new UUID(0, 1), "d@example.org", "Dora", ""));
	}

	@Test
	void nextIdIsTheSameForEverybodyAndNoOther() {
		var dora = Person.of("d@example.org", "Dora");
		assertThat(dora.next()).isEqualTo(Person.of("D@example.org", "Dora").next());
		assertThat(dora.next().id()).isNotEqualTo(dora.id()).isNotEqualTo(dora.next().next().id());
	}

}
