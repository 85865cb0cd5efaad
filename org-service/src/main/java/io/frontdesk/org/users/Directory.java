package io.frontdesk.org.users;

import java.time.InstantSource;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Person;
import io.frontdesk.events.sending.Events;

/** Knows everybody. Each change is told as {@code user-changed}. */
@Component
@Transactional
public class Directory {

	private final Users users;

	private final Events events;

	private final InstantSource clock;

	Directory(Users users, Events events, InstantSource clock) {
		this.users = users;
		this.events = events;
		this.clock = clock;
	}

	/** Somebody wrote a mail. */
	public void meetSender(Person sender) {
		known(sender).ifPresentOrElse(user -> {
			if (user.learnName(sender)) {
				save(user);
			}
		}, () -> save(new User(sender, false, this.clock.instant())));
	}

	/** Somebody logged in, as Keycloak has them. */
	public void meetLogin(Person person, boolean staff) {
		known(person).ifPresentOrElse(user -> {
			if (user.logIn(person, staff)) {
				save(user);
			}
		}, () -> save(new User(person, staff, this.clock.instant())));
	}

	private Optional<User> known(Person person) {
		return this.users.findByEmail(person.email());
	}

	private void save(User user) {
		this.events.publish(this.users.saveAndFlush(user).changed());
	}

}
