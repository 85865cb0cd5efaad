package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

class HeadingTests {

	@ParameterizedTest
	@ValueSource(strings = {"""
			From: Dora <Dora@example.org>
			Message-ID: <a@example.org>
			In-Reply-To: <b\0@example.org>
			References: <c@example.org> <d@example.org>

			It smokes.
			""", "Reply-To: dora@example.org\nIn-Reply-To: e\n\nhello",
			"From: support@frontdesk.test\nReply-To: dora@example.org\n\nhello", "Subject: nobody\n\nhello", "x"})
	void beginningOfAMailTellsWhatReadingItDoes(String raw) throws Exception {
		assertThat(heading(raw)).isEqualTo(Heading.of(Letter.read(raw)));
	}

	@Test
	void noMoreThanTheBeginningIsRead() {
		assertThat(heading("From: dora@example.org\n" + "X-Long: x\n".repeat(10_000) + "Message-ID: <a@b>\n\nhello"))
				.isEqualTo(new Heading("dora@example.org", null, Set.of()));
	}

	@Test
	void nothingIsKnownOfAMailThatIsNotThere() {
		assertThat(Heading.of(() -> {
			throw new IOException("No such file");
		}, _ -> false)).isEqualTo(Heading.UNKNOWN);
	}

	private static Heading heading(String raw) {
		return Heading.of(new ByteArrayResource(raw.getBytes(StandardCharsets.UTF_8)),
				"support@frontdesk.test"::equals);
	}

}
