package io.frontdesk.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wants a user to have another address, which counts once its owner has proven to have it.
 *
 * @param id of the wish
 * @param user with the address that counts until then
 * @param address that is wanted
 * @param by who wants it
 * @param expiresAt until when it can be proven
 * @param needsConsent whether the user has to agree to it by the address that counts until then
 */
public record UserAddressAsked(UUID id, Person user, String address, Person by, Instant expiresAt,
		boolean needsConsent)
		implements
			DomainEvent {

	@Override
	public String topic() {
		return Topics.USER_ADDRESS_ASKED;
	}

	@Override
	public String key() {
		return this.user.id().toString();
	}

}
