package io.frontdesk.events.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTests {

	private static final UUID MAIL = UUID.fromString("edf599c6-2fc7-4ac3-8317-30d2a4c188cc");

	@Test
	void eventIsAboutTheMailAndTheTicketThatItNames() {
		assertThat(of("{\"intakeId\": \"%s\"}".formatted(MAIL))).isEqualTo(new Subject(MAIL, null));
		assertThat(of("{\"ticket\": {\"id\": 7}, \"mail\": {\"intakeId\": \"%s\"}}".formatted(MAIL)))
				.isEqualTo(new Subject(MAIL, 7L));
		assertThat(of("{\"ticket\": {\"id\": 7}, \"mail\": null}")).isEqualTo(new Subject(null, 7L));
		assertThat(of("{\"id\": \"%s\", \"ticketId\": 7}".formatted(MAIL))).isEqualTo(new Subject(null, 7L));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "{", "[]", "7", "{\"intakeId\": 7, \"ticketId\": \"x\"}", "{\"intakeId\": \"x\"}",
			"{\"ticketId\": 99999999999999999999}", "\0\0"})
	void whatSaysNothingIsAboutNothing(String json) {
		assertThat(of(json)).isEqualTo(new Subject(null, null));
		assertThat(Subject.of(null)).isEqualTo(new Subject(null, null));
	}

	private static Subject of(String json) {
		return Subject.of(json.getBytes(StandardCharsets.UTF_8));
	}

}
