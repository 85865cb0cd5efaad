package io.frontdesk.ticket.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = {"*", " * "})
	void anyVersionWillDo(@Nullable String header) {
		assertThat(IfMatch.version(header)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = {"\"7\"", "W/\"7\"", " \"7\""})
	void versionIsThatOfTheETag(String header) {
		assertThat(IfMatch.version(header)).isEqualTo(7);
	}

	@ParameterizedTest
	@ValueSource(strings = {"7", "\"x\"", "\"7\", \"8\"", "\"-1\"", "", "\"9999999999999999999\""})
	void whatIsNoETagOfOursIsNoVersion(String header) {
		assertThat(IfMatch.version(header)).isEqualTo(-1);
	}

	@Test
	void eTagIsReadAsItsVersion() {
		assertThat(IfMatch.version(IfMatch.etag(12))).isEqualTo(12);
	}

}
