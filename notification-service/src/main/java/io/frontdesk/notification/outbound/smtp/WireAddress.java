package io.frontdesk.notification.outbound.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import io.frontdesk.events.AddressForm;

/** An address as it is handed over: its domain as A-label, which every mail server knows. */
final class WireAddress {

	private WireAddress() {}

	static InternetAddress of(String address) throws AddressException {
		var form = AddressForm.of(address);
		if (!isAscii(form.substring(form.lastIndexOf('@') + 1))) {
			throw new AddressException("No such domain can be", address);
		}
		return new InternetAddress(form, true);
	}

	static boolean isAscii(InternetAddress address) {
		return isAscii(address.getAddress());
	}

	private static boolean isAscii(String text) {
		return text.chars().allMatch(character -> character < 0x80);
	}

}
