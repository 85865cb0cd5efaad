package io.frontdesk.notification.outbound.smtp;

import com.ibm.icu.text.IDNA;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** An address as it is handed over: its domain as A-label (UTS 46), which every mail server knows. */
final class WireAddress {

	private static final IDNA UTS46 = IDNA.getUTS46Instance(
			IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

	private WireAddress() {}

	static InternetAddress of(String address) throws AddressException {
		var at = address.lastIndexOf('@');
		var domain = address.substring(at + 1);
		if (at < 0 || domain.chars().allMatch(character -> character < 0x80)) {
			return new InternetAddress(address, true);
		}
		var info = new IDNA.Info();
		var ascii = UTS46.nameToASCII(domain, new StringBuilder(), info);
		if (info.hasErrors()) {
			throw new AddressException("No such domain can be", address);
		}
		return new InternetAddress(address.substring(0, at + 1) + ascii, true);
	}

	static boolean isAscii(InternetAddress address) {
		return address.getAddress().chars().allMatch(character -> character < 0x80);
	}

}
