package io.frontdesk.org.users;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;

@Entity
@Table(name = "users")
class User {

	@Id
	private UUID id;

	private String email;

	private String firstName;

	private String lastName;

	private boolean staff;

	private boolean active = true;

	private Instant createdAt;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected User() {}

	User(Person person, boolean staff, Instant now) {
		this.id = person.id();
		this.email = person.email();
		this.firstName = person.firstName();
		this.lastName = person.lastName();
		this.staff = staff;
		this.createdAt = now;
	}

	/** A mail may name somebody whom nobody has named yet; it renames nobody. */
	boolean learnName(Person person) {
		var learns = this.firstName.isEmpty() && this.lastName.isEmpty()
				&& !(person.firstName().isEmpty() && person.lastName().isEmpty());
		if (learns) {
			this.firstName = person.firstName();
			this.lastName = person.lastName();
		}
		return learns;
	}

	/** A login has the last word on names and on who is staff. */
	boolean logIn(Person person, boolean asStaff) {
		var differs = !this.firstName.equals(person.firstName()) || !this.lastName.equals(person.lastName())
				|| this.staff != asStaff;
		this.firstName = person.firstName();
		this.lastName = person.lastName();
		this.staff = asStaff;
		return differs;
	}

	UserChanged changed() {
		return new UserChanged(this.id, this.email, this.firstName, this.lastName, null, this.staff, this.active,
				(this.version != null) ? this.version : 0);
	}

}
