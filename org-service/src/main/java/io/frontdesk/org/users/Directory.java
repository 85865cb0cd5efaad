package io.frontdesk.org.users;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Person;
import io.frontdesk.events.sending.Events;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Role;
import io.frontdesk.org.companies.CompanyDesk;
import io.frontdesk.org.sight.Scope;
import io.frontdesk.org.users.Logins.Outcome.Provided;

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

	/** People wrote mails, or have tickets. Staff are not met so, but by their login. */
	public void meetClients(List<Person> people) {
		var strangers = learn(people);
		if (!strangers.isEmpty()) {
			this.users.reserve(strangers.stream().map(Person::email).toArray(String[]::new));
			register(learn(strangers));
		}
	}

	/** Returns those whom nobody knows. */
	private List<Person> learn(List<Person> people) {
		var known = acquaintances(people);
		var strangers = new ArrayList<Person>();
		for (var person : people) {
			var user = known.find(person).orElse(null);
			if (user == null) {
				strangers.add(person);
			} else if (user.learnName(person)) {
				save(user);
			}
		}
		return strangers;
	}

	private void register(List<Person> strangers) {
		var companies = new HashMap<String, Optional<UUID>>();
		var users = new LinkedHashMap<String, User>();
		var taken = this.users.findTaken(strangers.stream().map(Person::id).toList());
		for (var person : strangers) {
			var free = taken.contains(person.id()) ? this.users.withFreeId(person.next()) : person;
			var company = companies.computeIfAbsent(domainOf(person.email()), this.companies::ownerOf);
			users.computeIfAbsent(person.email(),
					_ -> new User(free, Role.CLIENT, List.of(), company.orElse(null), this.clock.instant()))
					.learnName(person);
		}
		this.users.saveAllAndFlush(users.values()).forEach(user -> this.events.publish(user.changed()));
	}

	/** Somebody logged in. */
	public void meetLogin(Login login) {
		known(login.person()).ifPresentOrElse(user -> {
			var account = this.accounts.find(user.id());
			if (account.isEmpty()) {
				adopt(user, login);
			}
			if (account.map(it -> it.believes(login)).orElse(true) && user.logIn(login)) {
				save(user);
			}
		}, () -> {
			var user = stranger(login);
			save(user);
			this.accounts.adopt(user.id(), login.loginId());
		});
	}

	/** Keycloak has not heard yet of an address that was proven before. */
	private void adopt(User user, Login login) {
		this.accounts.adopt(user.id(), login.loginId());
		if (!user.email().equals(login.person().email())) {
			this.accounts.want(user.id());
		}
	}

	@Transactional(readOnly = true)
	public Scope scopeOf(Caller caller) {
		return caller.isStaff() ? Scope.ofStaff() : Scope.ofClient(find(caller.person()).map(User::companyId));
	}

	/** Keycloak has it. Tokens from before are out of date by that: whoever keeps some hears of the user once more. */
	void settle(WantedLogin wanted, Provided provided) {
		this.accounts.settle(wanted, provided);
		this.events.publish(this.users.findById(wanted.user()).orElseThrow().changed());
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

	Optional<User> find(Person person) {
		return acquaintances(List.of(person)).find(person);
	}

	private Acquaintances acquaintances(List<Person> people) {
		return new Acquaintances(
				this.users.findByAddressesOrIds(people.stream().map(Person::email).toArray(String[]::new),
						people.stream().map(Person::id).toArray(UUID[]::new)));
	}

	private User stranger(Login login) {
		var person = this.users.withFreeId(login.person());
		var company = login.role().isStaff()
				? Optional.<UUID>empty()
				: this.companies.ownerOf(domainOf(person.email()));
		return new User(person, login.role(), login.features(), company.orElse(null), this.clock.instant());
	}

	private static String domainOf(String email) {
		return email.substring(email.lastIndexOf('@') + 1);
	}

	private void save(User user) {
		this.events.publish(this.users.saveAndFlush(user).changed());
	}

}
