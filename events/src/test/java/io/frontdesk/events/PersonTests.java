package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

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

}
