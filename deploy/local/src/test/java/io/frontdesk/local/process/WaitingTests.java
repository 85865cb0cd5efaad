package io.frontdesk.local.process;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WaitingTests {

	@Test
	void patienceIsThreeMinutesOrWhatIsSaid() {
		assertThat(Waiting.patience(" ")).isEqualTo(Duration.ofMinutes(3));
		assertThat(Waiting.patience("600")).isEqualTo(Duration.ofMinutes(10));
	}

	@ParameterizedTest
	@ValueSource(strings = {"soon", "-1", "10m"})
	void whatIsNoNumberIsRefusedWithTheVariablesName(String patience) {
		assertThatThrownBy(() -> Waiting.patience(patience)).hasMessageContaining("FRONTDESK_PATIENCE")
				.hasMessageContaining(patience);
	}

}
