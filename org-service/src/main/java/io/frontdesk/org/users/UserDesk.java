package io.frontdesk.org.users;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Person;
import io.frontdesk.events.sending.Events;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.Role;
import io.frontdesk.http.problem.InvalidField;
import io.frontdesk.org.companies.CompanyDesk;
import io.frontdesk.org.editing.EditProblem;
import io.frontdesk.org.editing.IfMatch;
import io.frontdesk.org.sight.Rights;

/** Where staff create and change users. Keycloak follows, as soon as it can. */
@Component
@Transactional
public class UserDesk {

	private final Users users;

	private final Accounts accounts;

	private final CompanyDesk companies;

	private final AddressDesk addresses;

	private final Events events;

	private final AddressSettings settings;

	private final InstantSource clock;

	UserDesk(Users users, Accounts accounts, CompanyDesk companies, AddressDesk addresses, Events events,
			AddressSettings settings, InstantSource clock) {
		this.users = users;
		this.accounts = accounts;
		this.companies = companies;
		this.addresses = addresses;
		this.events = events;
		this.settings = settings;
		this.clock = clock;
	}

	public UUID create(NewUser wanted, Caller by) {
		if (wanted.staff()) {
			requireSuperAdmin(by);
		}
		this.addresses.requireFree(wanted.email(), null);
		if (wanted.company() != null) {
			this.companies.requireActive(wanted.company());
		}
		var person = this.users.withFreeId(new Person(Person.idOf(wanted.email()), wanted.email(), wanted.firstName(),
				wanted.lastName()));
		save(new User(person, wanted.staff() ? Role.ADMIN : Role.CLIENT,
				wanted.staff() ? User.USUAL_FEATURES : List.of(),
				wanted.company(), this.clock.instant()));
		if (wanted.login()) {
			this.accounts.want(person.id());
		}
		return person.id();
	}

	public void change(UUID id, UserChange wanted, IfMatch basis, Caller by) {
		if (Boolean.TRUE.equals(wanted.staff())) {
			requireSuperAdmin(by);
		}
		// before the user, who may be one of them: locks are taken in one order
		var superAdmins = wanted.mayLockOut() ? this.users.lockSuperAdmins() : List.<UUID>of();
		var user = this.users.findForChange(id).orElseThrow(EditProblem.NOT_FOUND::exception);
		requireRight(user, by);
		basis.check(user.version());
		if (wanted.deactivates(user) || wanted.demotes(user)) {
			refuseLockout(user, superAdmins, by);
		}
		requireCompany(user, wanted);
		var before = user.changed();
		var wishes = wanted.email() != null && wish(user, wanted.email(), by);
		if (user.apply(wanted) || wishes) {
			save(user);
		}
		var hasAccount = this.accounts.find(id).isPresent();
		if (hasAccount ? !user.logsInLike(before) || wanted.login() : wanted.login()) {
			this.accounts.want(id);
		}
	}

	public void select(UUID id, List<String> features, IfMatch basis) {
		var unknown = features.stream().filter(feature -> !Features.ALL.contains(feature)).findFirst();
		if (unknown.isPresent()) {
			throw new InvalidField("features[%d]".formatted(features.indexOf(unknown.get())),
					"there is no such feature").exception();
		}
		var user = this.users.findForChange(id).orElseThrow(EditProblem.NOT_FOUND::exception);
		basis.check(user.version());
		if (user.role() != Role.ADMIN) {
			throw UserProblem.NOT_AN_ADMIN.exception();
		}
		if (user.select(Features.ALL.stream().filter(features::contains).toList())) {
			save(user);
			if (this.accounts.find(id).isPresent()) {
				this.accounts.want(id);
			}
		}
	}

	/** An address counts once its owner has proven to have it, whoever wants it. */
	private boolean wish(User user, String address, Caller by) {
		if (address.equals(user.email())) {
			return user.keepAddress();
		}
		var now = this.clock.instant();
		if (user.wish() != null && user.wish().isFor(address, now)) {
			return false;
		}
		this.addresses.requireFree(address, user);
		if (!user.mayBeAsked(now)) {
			throw UserProblem.TOO_MANY_ADDRESS_CHANGES.exception();
		}
		this.events.publish(user.ask(address, now, this.settings.proofLifespan(), by.person(),
				by.role() == Role.SUPER_ADMIN));
		return true;
	}

	private void refuseLockout(User user, List<UUID> superAdmins, Caller by) {
		if (user.person().email().equals(by.person().email()) || user.id().equals(by.person().id())) {
			throw UserProblem.OWN_ACCOUNT.exception();
		}
		if (superAdmins.equals(List.of(user.id()))) {
			throw UserProblem.LAST_SUPER_ADMIN.exception();
		}
	}

	private void requireCompany(User user, UserChange wanted) {
		@Nullable
		UUID company = (wanted.company() != null) ? wanted.company().orElse(null) : user.companyId();
		if (company != null && (wanted.restores(user) || !company.equals(user.companyId()))) {
			this.companies.requireActive(company);
		}
	}

	/** Who is not shown who is staff is not told by the refusal, either. */
	private static void requireRight(User user, Caller by) {
		if (user.isStaff() && !Rights.mayChangeStaff(by) && !Rights.maySeeUsers(by)) {
			throw EditProblem.NOT_FOUND.exception();
		}
		if (user.isStaff()) {
			requireSuperAdmin(by);
		}
	}

	private static void requireSuperAdmin(Caller by) {
		if (!Rights.mayChangeStaff(by)) {
			throw UserProblem.ONLY_SUPER_ADMIN.exception();
		}
	}

	private void save(User user) {
		this.events.publish(this.users.saveAndFlush(user).changed());
	}

}
