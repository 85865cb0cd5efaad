package io.frontdesk.org.users;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;

/**
 * An address that a user is to have. Whoever wants it may well own it and want the user's tickets: it takes the user's word,
 * too, unless a super admin wants it.
 *
 * @param pendingProven whether the address was proven by its owner
 * @param pendingAgreed whether the owner of the address of before agreed
 */
@Embeddable
record AddressWish(String pendingEmail, UUID pendingWish, Instant pendingUntil, boolean pendingProven,
		boolean pendingAgreed) {

	boolean isFor(String address, Instant now) {
		return this.pendingEmail.equals(address) && !isOver(now);
	}

	boolean isOver(Instant now) {
		return !this.pendingUntil.isAfter(now);
	}

	boolean isGranted() {
		return this.pendingProven && this.pendingAgreed;
	}

	AddressWish proven() {
		return new AddressWish(this.pendingEmail, this.pendingWish, this.pendingUntil, true, this.pendingAgreed);
	}

	AddressWish agreed() {
		return new AddressWish(this.pendingEmail, this.pendingWish, this.pendingUntil, this.pendingProven, true);
	}

}
