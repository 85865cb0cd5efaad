package io.frontdesk.http.container;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientNetworkTests {

	@Test
	void addressThatIsWrittenAsIpv6IsTheSame() {
		assertThat(ClientNetwork.of("::ffff:192.0.2.1")).isEqualTo(ClientNetwork.of("192.0.2.1"));
	}

	@Test
	void ipv6AddressesOfOneNetworkAreOne() {
		assertThat(ClientNetwork.of("2001:db8::1")).isEqualTo(ClientNetwork.of("2001:db8::ffff:0:0:1"))
				.isNotEqualTo(ClientNetwork.of("2001:db8:0:1::1"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"unknown", "", "192.0.2.1:4711", "[2001:db8::1]:80", "fe80::1%nowhere", "evil.example"})
	void whatIsNoAddressIsOneClient(String text) {
		assertThat(ClientNetwork.of(text)).isEqualTo(ClientNetwork.of("nonsense"));
	}

}
