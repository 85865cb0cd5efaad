package io.frontdesk.notification.readers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import io.frontdesk.events.Person;
import io.frontdesk.events.StaffMail;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.standing.Registrar;
import io.frontdesk.identity.standing.UserFollower;

/**
 * Knows of staff, and of whoever chose a language: they are few, so that each instance keeps them in memory, and a storm of
 * mail from new people costs nothing here. Who is not among them has chosen nothing.
 */
@Component
public class Readers implements UserFollower {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Registrar registrar;

	private final Map<UUID, UserChanged> known = new ConcurrentHashMap<>();

	Readers(Registrar registrar) {
		this.registrar = registrar;
	}

	/** One who was heard of before is not heard of again. */
	@Override
	public void hear(UserChanged user) {
		var before = this.known.get(user.id());
		if (before != null && before.version() > user.version()) {
			return;
		}
		if (user.active() && (user.staff() || user.language() != null)) {
			this.known.put(user.id(), user);
		} else {
			this.known.remove(user.id());
		}
	}

	/** As BCP 47 names it. */
	public Optional<String> languageOf(Person person) {
		return find(person).map(UserChanged::language);
	}

	public Optional<String> signatureOf(Person person) {
		return find(person).map(UserChanged::signature);
	}

	/** Who has said nothing wants what is usual. */
	public boolean wants(Person staff, StaffMail mail) {
		return find(staff).map(UserChanged::mails).orElse(StaffMail.USUAL).contains(mail);
	}

	public List<Person> whoWant(StaffMail mail) {
		return everybody().values()
				.stream()
				.filter(user -> user.mails().contains(mail))
				.map(UserChanged::person)
				.toList();
	}

	private Optional<UserChanged> find(Person person) {
		return Optional.ofNullable(everybody().get(person.id()));
	}

	/** @throws IllegalStateException if it is not known yet what they want: it must be looked for later */
	private Map<UUID, UserChanged> everybody() {
		if (!this.registrar.knowsEverybody(PATIENCE)) {
			throw new IllegalStateException("What people want to be mailed is not known yet");
		}
		return this.known;
	}

}
