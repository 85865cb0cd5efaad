package io.frontdesk.org.users;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Person;
import io.frontdesk.events.sending.Events;
import io.frontdesk.http.problem.InvalidField;
import io.frontdesk.identity.Caller;
import io.frontdesk.org.editing.EditProblem;

/** Where people say how Frontdesk is to look for them, and how it is to write to them: each for themselves alone. */
@Component
@Transactional
public class ProfileDesk {

	private final Directory directory;

	private final Users users;

	private final Events events;

	ProfileDesk(Directory directory, Users users, Events events) {
		this.directory = directory;
		this.users = users;
		this.events = events;
	}

	@Transactional(readOnly = true)
	public Profile of(Person person) {
		return this.directory.find(person)
				.map(user -> new Profile(user.companyId(), user.preferences()))
				.orElseGet(() -> new Profile(null, Preferences.USUAL));
	}

	public void change(PreferencesChange wanted, Caller by) {
		var faults = wanted.faults(by.isStaff());
		if (!faults.isEmpty()) {
			throw InvalidField.exception(faults);
		}
		var user = this.directory.find(by.person()).orElseThrow(EditProblem.NOT_FOUND::exception);
		var before = user.changed();
		if (user.prefer(wanted)) {
			var saved = this.users.saveAndFlush(user);
			if (!saved.hasChosenLike(before)) {
				this.events.publish(saved.changed());
			}
		}
	}

	public record Profile(@Nullable UUID company, Preferences preferences) {}

}
