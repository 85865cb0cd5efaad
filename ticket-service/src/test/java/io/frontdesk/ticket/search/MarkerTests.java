package io.frontdesk.ticket.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkerTests {

	@Test
	void beginningIsOneLine() {
		assertThat(Marker.beginning("  The\tprinter\r\n\r\nis\u00a0 on\u0000\u2003fire. \n"))
				.isEqualTo("The printer is on fire.");
		assertThat(Marker.beginning(" \n ")).isEmpty();
	}

	@Test
	void whatIsLongerEndsWithAnEllipsis() {
		var whole = "x".repeat(Marker.SNIPPET);
		assertThat(Marker.beginning(whole)).isEqualTo(whole);
		assertThat(Marker.beginning(whole + " \n ")).isEqualTo(whole);
		assertThat(Marker.beginning(whole + " y")).isEqualTo("x".repeat(Marker.SNIPPET - 1) + "…");
		assertThat(Marker.beginning(whole + "y".repeat(10_000))).hasSize(Marker.SNIPPET).endsWith("x…");
	}

	@Test
	void noCharacterIsCutInTwo() {
		assertThat(Marker.beginning("x".repeat(Marker.SNIPPET - 2) + "😀😀😀"))
				.isEqualTo("x".repeat(Marker.SNIPPET - 2) + "…");
	}

}
