package io.frontdesk.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Who has an IPv6 address has all of its network. */
record ClientAddress(String value) {

	private static final int NETWORK_BYTES = 8;

	static ClientAddress of(String address) {
		var parsed = InetAddress.ofLiteral(address);
		return new ClientAddress((parsed instanceof Inet6Address)
				? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
				: parsed.getHostAddress());
	}

}
