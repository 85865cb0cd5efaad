package io.frontdesk.local.stack;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTests {

	@Test
	void theUsualOnesWhenNothingIsSaid() {
		Ports ports = Ports.from(Map.of());
		assertThat(ports.of(Ports.Name.GATEWAY)).isEqualTo(8080);
		assertThat(ports.of(Ports.Name.KAFKA)).isEqualTo(19092);
	}

	@Test
	void anOffsetMovesAllButTheOneThatHasItsOwnNumber() {
		Ports ports = Ports.from(Map.of("FRONTDESK_PORT_OFFSET", "100", "FRONTDESK_MAIL_INGEST_PORT", "9000"));
		assertThat(ports.of(Ports.Name.GATEWAY)).isEqualTo(8180);
		assertThat(ports.of(Ports.Name.MAIL_INGEST)).isEqualTo(9000);
	}

	@Test
	void aWordIsRefusedWithTheVariablesName() {
		assertThatThrownBy(() -> Ports.from(Map.of("FRONTDESK_IMAP_PORT", "imap")))
				.hasMessageContaining("FRONTDESK_IMAP_PORT");
	}

	@Test
	void aPortForTwoIsRefusedWithBothVariables() {
		assertThatThrownBy(() -> Ports.from(Map.of("FRONTDESK_IMAP_PORT", "13025")))
				.hasMessageContainingAll("FRONTDESK_IMAP_PORT", "FRONTDESK_SMTP_PORT", "13025");
	}

	/** Of eleven numbers among twelve thousand, two are the same in one choice of two hundred. */
	@Test
	void freeOnesAreDifferent() {
		for (int choice = 0; choice < 1_000; choice++) {
			assertThat(Ports.free().numbers().values()).doesNotHaveDuplicates().hasSameSizeAs(Ports.Name.values());
		}
	}

	@Test
	void variablesMoveAStackAwayFromAnother() {
		Ports ports = Ports.from(Map.of("FRONTDESK_PORT_OFFSET", "100", "FRONTDESK_MAIL_INGEST_PORT", "9000"));
		Ports moved = Ports.from(ports.away(500));
		assertThat(moved.of(Ports.Name.GATEWAY)).isEqualTo(8680);
		assertThat(moved.of(Ports.Name.MAIL_INGEST)).isEqualTo(9500);
	}

}
