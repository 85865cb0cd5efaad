package io.frontdesk.http.container;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Who is counted as one: an IPv4 address, or the network of 64 bits that whoever has an IPv6 address has all of. */
public record ClientNetwork(String value) {

	/** A proxy may write what it likes; all that is no address is one client. */
	private static final ClientNetwork UNKNOWN = new ClientNetwork("unknown");

	private static final HexFormat HEX = HexFormat.of();

	private static final int NETWORK_BYTES = 8;

	/** @param address as the container gives it, which may be what a proxy wrote */
	public static ClientNetwork of(String address) {
		try {
			return of(InetAddress.ofLiteral(address));
		} catch (IllegalArgumentException _) {
			return UNKNOWN;
		}
	}

	static ClientNetwork of(InetAddress address) {
		return new ClientNetwork((address instanceof Inet6Address)
				? HEX.formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
				: address.getHostAddress());
	}

	@Override
	public String toString() {
		return this.value;
	}

}
