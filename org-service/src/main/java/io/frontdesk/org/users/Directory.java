package io.frontdesk.org.users;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Person;
import io.frontdesk.events.sending.Events;
import io.frontdesk.identity.Role;
import io.frontdesk.org.companies.CompanyDesk;

/** Knows everybody. Each change is told as {@code user-changed}. */
@Component
@Transactional
public class Directory {

	private final Users users;

	private final Accounts accounts;

	private final CompanyDesk companies;

	private final Events events;

	private final InstantSource clock;

	Directory(Users users, Accounts accounts, CompanyDesk companies, Events events, InstantSource clock) {
		this.users = users;
		this.accounts = accounts;
		this.companies = companies;
		this.events = events;
		this.clock = clock;
	}

	/** Somebody wrote a mail. */
	public void meetSender(Person sender) {
		meetClient(sender);
	}

	/** Somebody has a ticket: their own, or one that staff raised for them. Staff are known by their login. */
	public void meetRequester(Person requester, Actor raisedBy) {
		if (!raisedBy.staff() || !requester.equals(raisedBy.person())) {
			meetClient(requester);
		}
	}

	private void meetClient(Person person) {
		known(person).ifPresentOrElse(user -> {
			if (user.learnName(person)) {
				save(user);
			}
		}, () -> save(stranger(person, Role.CLIENT, List.of())));
	}

	/** Somebody logged in. */
	public void meetLogin(Login login) {
		known(login.person()).ifPresentOrElse(user -> {
			var account = this.accounts.find(user.id());
			if (account.isEmpty()) {
				this.accounts.adopt(user.id(), login.loginId());
			}
			if (account.map(it -> it.believes(login)).orElse(true) && user.logIn(login)) {
				save(user);
			}
		}, () -> {
			var user = stranger(login.person(), login.role(), login.features());
			save(user);
			this.accounts.adopt(user.id(), login.loginId());
		});
	}

	@Transactional(readOnly = true)
	public Optional<UUID> companyOf(Person person) {
		return find(person).map(User::companyId);
	}

	/** Tokens outlive the account by some minutes. */
	@Transactional(readOnly = true)
	public boolean isDeactivated(Person person) {
		return find(person).filter(user -> !user.isActive()).isPresent();
	}

	@Transactional(readOnly = true)
	WantedLogin wantedLogin(UUID id) {
		return this.users.findById(id).orElseThrow().wanted(this.accounts.find(id).orElseThrow());
	}

	private Optional<User> known(Person person) {
		return find(person).or(() -> {
			this.users.reserve(person.email());
			return find(person);
		});
	}

	/** An address that somebody had before is still theirs, since ids follow from addresses. */
	private Optional<User> find(Person person) {
		return this.users.findByEmailOrElseId(person.email(), person.id());
	}

	private User stranger(Person person, Role role, List<String> features) {
		return new User(person, role, features, role.isStaff() ? null : companyFor(person.email()),
				this.clock.instant());
	}

	private @Nullable UUID companyFor(String email) {
		return this.companies.ownerOf(email.substring(email.lastIndexOf('@') + 1)).orElse(null);
	}

	private void save(User user) {
		this.events.publish(this.users.saveAndFlush(user).changed());
	}

}
