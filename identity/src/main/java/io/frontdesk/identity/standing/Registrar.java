package io.frontdesk.identity.standing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;

/**
 * Knows who was deactivated, and of whom something changed lately: a token says neither. Only those few are kept, so
 * that asking costs a request next to nothing.
 */
public class Registrar {

	/** Longer than an access token lives. */
	private static final Duration LATELY = Duration.ofMinutes(15);

	private final InstantSource clock;

	private final Map<UUID, UserChanged> deactivated = new ConcurrentHashMap<>();

	private final Set<String> addresses = ConcurrentHashMap.newKeySet();

	private final Cache<UUID, Change> changed = Caffeine.newBuilder().expireAfterWrite(LATELY).build();

	private final CountDownLatch caughtUp = new CountDownLatch(1);

	public Registrar(InstantSource clock) {
		this.clock = clock;
	}

	/** Whether everybody is known who was deactivated before this instance started. */
	public boolean knowsEverybody(Duration patience) {
		try {
			return this.caughtUp.getCount() == 0 || this.caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** An address that is a deactivated user's, or was, leads to them, whatever id the token names. */
	public boolean isDeactivated(Person person) {
		return this.deactivated.containsKey(person.id()) || this.addresses.contains(person.email());
	}

	/** Whether a token of that time may tell what is no longer so. */
	public boolean hasChanged(Person person, Instant since) {
		var change = this.changed.getIfPresent(person.id());
		return change != null && !change.heard().isBefore(since);
	}

	/** Whether a token of theirs names an address that they gave up. */
	public boolean hasGivenUpAddress(Person person) {
		var change = this.changed.getIfPresent(person.id());
		return change != null && change.user().formerAddresses().contains(person.email());
	}

	/** A user who is new has no older token, and there may be many of them in a storm of mail. */
	public void hear(UserChanged user, Instant at) {
		var now = this.clock.instant();
		if (user.version() > 0 && at.plus(LATELY).isAfter(now)) {
			this.changed.put(user.id(), new Change(user, now));
		}
		var before = this.deactivated.get(user.id());
		if (before != null && before.version() > user.version()) {
			return;
		}
		if (before != null) {
			this.deactivated.remove(user.id());
			this.addresses.remove(before.email());
			this.addresses.removeAll(before.formerAddresses());
		}
		if (!user.active()) {
			this.deactivated.put(user.id(), user);
			this.addresses.add(user.email());
			this.addresses.addAll(user.formerAddresses());
		}
	}

	void heardAll() {
		this.caughtUp.countDown();
	}

	private record Change(UserChanged user, Instant heard) {}

}
