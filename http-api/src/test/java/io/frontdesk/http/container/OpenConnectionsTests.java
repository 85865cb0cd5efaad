package io.frontdesk.http.container;

import java.net.InetAddress;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpenConnectionsTests {

	private final OpenConnections open = new OpenConnections(2, "10.0.0.1"::equals);

	@Test
	void addressMayHaveSoManyAndNoMore() {
		enter("192.0.2.1");
		assertThat(haveRoomFor("192.0.2.1")).isTrue();
		enter("192.0.2.1");
		assertThat(haveRoomFor("192.0.2.1")).isFalse();
		assertThat(haveRoomFor("192.0.2.2")).isTrue();
		this.open.leave(InetAddress.ofLiteral("192.0.2.1"));
		assertThat(haveRoomFor("192.0.2.1")).isTrue();
	}

	@Test
	void networkOfOneSubscriberIsOneAddress() {
		enter("2001:db8:1:2::1");
		enter("2001:db8:1:2:ffff::2");
		assertThat(haveRoomFor("2001:db8:1:2:3:4:5:6")).isFalse();
		assertThat(haveRoomFor("2001:db8:1:3::1")).isTrue();
	}

	@Test
	void proxyHasRoomForItsClients() {
		enter("10.0.0.1");
		enter("10.0.0.1");
		assertThat(haveRoomFor("10.0.0.1")).isTrue();
	}

	@Test
	void withoutABoundThereIsAlwaysRoom() {
		var unbounded = new OpenConnections(0, _ -> false);
		unbounded.enter(InetAddress.ofLiteral("192.0.2.1"));
		assertThat(unbounded.haveRoomFor(InetAddress.ofLiteral("192.0.2.1"))).isTrue();
	}

	private void enter(String address) {
		this.open.enter(InetAddress.ofLiteral(address));
	}

	private boolean haveRoomFor(String address) {
		return this.open.haveRoomFor(InetAddress.ofLiteral(address));
	}

}
