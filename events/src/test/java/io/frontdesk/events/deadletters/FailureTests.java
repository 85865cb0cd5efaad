package io.frontdesk.events.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTests {

	@Test
	void reasonIsTheFirstLineOfTheFirstCauseInWhatADatabaseCanKeep() {
		var cause = new IllegalStateException("\n The ink \0 is\tout \ud800of stock\nand the paper");
		assertThat(Failure.of(new RuntimeException("Listener failed", cause)))
				.isEqualTo(new Failure("The ink   is out of stock", "java.lang.IllegalStateException"));
	}

	@Test
	void errorThatSaysTooLittleIsNamed() {
		assertThat(Failure.of(new NullPointerException()).reason())
				.isEqualTo("The error NullPointerException: without a message");
		assertThat(Failure.of(new NullPointerException("defaultObj")).reason())
				.isEqualTo("The error NullPointerException: defaultObj");
	}

	@Test
	void longReasonIsCutBetweenCharacters() {
		assertThat(new Failure("🔥".repeat(1_000), "").reason()).isEqualTo("🔥".repeat(500));
	}

}
