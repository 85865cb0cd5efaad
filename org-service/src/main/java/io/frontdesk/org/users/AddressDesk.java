package io.frontdesk.org.users;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.reference.AddressProofs;
import io.frontdesk.events.sending.Events;
import io.frontdesk.http.problem.InvalidField;
import io.frontdesk.org.editing.EditProblem;
import io.frontdesk.org.editing.IfMatch;

/** Sees to it that an address is its owner's: nobody gets one by wishing, nor one that somebody else has or had. */
@Component
@Transactional
public class AddressDesk {

	private final Users users;

	private final Accounts accounts;

	private final AddressProofs proofs;

	private final Events events;

	private final AddressSettings settings;

	private final InstantSource clock;

	AddressDesk(Users users, Accounts accounts, AddressProofs proofs, Events events, AddressSettings settings,
			InstantSource clock) {
		this.users = users;
		this.accounts = accounts;
		this.proofs = proofs;
		this.events = events;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Somebody has our mail in hand about an address that a user is to have: as the owner of that address, or of the one
	 * before.
	 *
	 * @return whether the user has it now; if not, the word of the other is wanting
	 */
	public boolean confirm(String token) {
		var user = AddressProofs.wishOf(token)
				.flatMap(this.users::findByWish)
				.orElseThrow(UserProblem.ADDRESS_PROOF_INVALID::exception);
		var wish = confirmed(Objects.requireNonNull(user.wish()), user.email(), token);
		requireFree(wish.pendingEmail(), user);
		user.grant(wish);
		save(user);
		if (wish.isGranted() && this.accounts.find(user.id()).isPresent()) {
			this.accounts.want(user.id());
		}
		return wish.isGranted();
	}

	private AddressWish confirmed(AddressWish wish, String before, String token) {
		if (!wish.isOver(this.clock.instant())) {
			if (this.proofs.isProof(token, wish.pendingWish(), wish.pendingEmail())) {
				return wish.proven();
			}
			if (this.proofs.isProof(token, wish.pendingWish(), before)) {
				return wish.agreed();
			}
		}
		throw UserProblem.ADDRESS_PROOF_INVALID.exception();
	}

	/** From now on the address is anybody's. */
	public void free(UUID id, String address, IfMatch basis) {
		var user = this.users.findForChange(id).orElseThrow(EditProblem.NOT_FOUND::exception);
		basis.check(user.version());
		if (!user.freeAddress(AddressForm.of(address))) {
			throw UserProblem.ADDRESS_NOT_GIVEN_UP.exception();
		}
		save(user);
	}

	/** @param unlessOf who may have had it before */
	void requireFree(String address, @Nullable User unlessOf) {
		if (this.settings.isOurs(address)) {
			throw new InvalidField("email", "is where mail comes to us: give the person's own address").exception();
		}
		this.users.reserve(address);
		if (this.users.findByAddress(address).filter(user -> user != unlessOf).isPresent()) {
			throw UserProblem.EMAIL_TAKEN
					.exception(Map.of("errors", List.of(new InvalidField("email", "is taken"))));
		}
	}

	private void save(User user) {
		this.events.publish(this.users.saveAndFlush(user).changed());
	}

}
