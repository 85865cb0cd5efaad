package io.frontdesk.ticket.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class KeyedRequestTests {

	private static final UUID DORA = UUID.randomUUID();

	@Test
	void isTheSameForTheSameWords() {
		assertThat(KeyedRequest.of(DORA, "key", List.of(1L, "x")))
				.isEqualTo(KeyedRequest.of(DORA, "key", List.of(1L, "x")))
				.isNotEqualTo(KeyedRequest.of(DORA, "key", List.of(2L, "x")))
				.isNotEqualTo(KeyedRequest.of(DORA, "key", List.of(1L, "y")))
				.isNotEqualTo(KeyedRequest.of(UUID.randomUUID(), "key", List.of(1L, "x")));
	}

	@Test
	void isNoneWithoutAKey() {
		assertThat(KeyedRequest.of(DORA, null, "x")).isNull();
	}

}
