package io.frontdesk.org.users;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import io.frontdesk.events.Person;
import io.frontdesk.events.UserAddressAsked;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.Role;

@Entity
@Table(name = "users")
class User implements Persistable<UUID> {

	/** What staff can do unless a super admin selects something else. */
	static final List<String> USUAL_FEATURES = List.of(Features.TICKET_READ, Features.TICKET_WRITE, Features.ORG_READ,
			Features.USER_READ, Features.REPORT_READ);

	private static final Duration ASKED_AGAIN = Duration.ofHours(1);

	private static final Duration ASKED_AT_ONCE = ASKED_AGAIN.multipliedBy(5);

	@Id
	private UUID id;

	private String email;

	private String firstName;

	private String lastName;

	private @Nullable UUID companyId;

	@Enumerated(EnumType.STRING)
	private Role role;

	private List<String> features = new ArrayList<>();

	private boolean active = true;

	private List<String> formerAddresses = new ArrayList<>();

	private @Nullable AddressWish wish;

	/** When the last of the wishes no longer counts against the next one. */
	private @Nullable Instant addressAskedUntil;

	private @Nullable Preferences preferences;

	private Instant createdAt;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected User() {}

	User(Person person, Role role, List<String> features, @Nullable UUID companyId, Instant now) {
		this.id = person.id();
		this.email = person.email();
		this.firstName = person.firstName();
		this.lastName = person.lastName();
		this.role = role;
		this.features.addAll(features);
		this.companyId = companyId;
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

	/** A login has the last word on names and on what somebody may do. */
	boolean logIn(Login login) {
		var person = login.person();
		var differs = !this.firstName.equals(person.firstName()) || !this.lastName.equals(person.lastName())
				|| this.role != login.role() || !this.features.equals(login.features());
		if (differs) {
			this.firstName = person.firstName();
			this.lastName = person.lastName();
			this.role = login.role();
			this.features = new ArrayList<>(login.features());
		}
		return differs;
	}

	boolean apply(UserChange wanted) {
		var before = changed();
		this.firstName = (wanted.firstName() != null) ? wanted.firstName() : this.firstName;
		this.lastName = (wanted.lastName() != null) ? wanted.lastName() : this.lastName;
		this.active = (wanted.active() != null) ? wanted.active() : this.active;
		if (wanted.company() != null) {
			this.companyId = wanted.company().orElse(null);
		}
		if (wanted.staff() != null && wanted.staff() != isStaff()) {
			this.role = wanted.staff() ? Role.ADMIN : Role.CLIENT;
			this.features = new ArrayList<>(wanted.staff() ? USUAL_FEATURES : List.of());
		}
		return !before.equals(changed());
	}

	/** Each time, the address of now is mailed: five times at once, then once an hour. */
	boolean mayBeAsked(Instant now) {
		return !later(this.addressAskedUntil, now).isAfter(now.plus(ASKED_AT_ONCE));
	}

	/** @param agreed whether it takes nobody's word but that of the wanted address's owner */
	UserAddressAsked ask(String address, Instant now, Duration lifespan, Person by, boolean agreed) {
		var until = now.plus(lifespan);
		this.addressAskedUntil = later(this.addressAskedUntil, now);
		this.wish = new AddressWish(address, UUID.randomUUID(), until, false, agreed);
		return new UserAddressAsked(this.wish.pendingWish(), person(), address, by, until, !agreed);
	}

	private static Instant later(@Nullable Instant askedUntil, Instant now) {
		return ((askedUntil == null || askedUntil.isBefore(now)) ? now : askedUntil).plus(ASKED_AGAIN);
	}

	/** Who wants the address that the user has wants no other. */
	boolean keepAddress() {
		var differs = this.wish != null;
		this.wish = null;
		return differs;
	}

	void grant(AddressWish granted) {
		this.wish = granted;
		if (granted.isGranted()) {
			takeAddress(granted.pendingEmail());
			this.wish = null;
		}
	}

	/** The one before stays the user's. */
	private void takeAddress(String address) {
		this.formerAddresses = new ArrayList<>(
				Stream.concat(this.formerAddresses.stream(), Stream.of(this.email))
						.filter(former -> !former.equals(address))
						.toList());
		this.email = address;
	}

	boolean freeAddress(String address) {
		this.formerAddresses = new ArrayList<>(this.formerAddresses);
		return this.formerAddresses.remove(address);
	}

	/** Whether mail from there is the user's. */
	boolean has(String address) {
		return this.email.equals(address) || this.formerAddresses.contains(address);
	}

	boolean select(List<String> wanted) {
		var differs = !this.features.equals(wanted);
		this.features = differs ? new ArrayList<>(wanted) : this.features;
		return differs;
	}

	/** Whether it is the same for Keycloak. */
	boolean logsInLike(UserChanged before) {
		return before.person().equals(person()) && before.staff() == isStaff() && before.active() == this.active;
	}

	boolean prefer(PreferencesChange wanted) {
		var before = preferences();
		this.preferences = before.with(wanted);
		return !before.equals(this.preferences);
	}

	/** Whether it is the same for whoever writes to the user, or in their name. */
	boolean hasChosenLike(UserChanged before) {
		var now = changed();
		return Objects.equals(now.language(), before.language())
				&& Objects.equals(now.signature(), before.signature()) && now.mails().equals(before.mails());
	}

	Preferences preferences() {
		return (this.preferences != null) ? this.preferences : Preferences.USUAL;
	}

	boolean isStaff() {
		return this.role.isStaff();
	}

	boolean isActive() {
		return this.active;
	}

	Role role() {
		return this.role;
	}

	UUID id() {
		return this.id;
	}

	String email() {
		return this.email;
	}

	@Nullable
	AddressWish wish() {
		return this.wish;
	}

	@Nullable
	UUID companyId() {
		return this.companyId;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return this.version == null;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	Person person() {
		return new Person(this.id, this.email, this.firstName, this.lastName);
	}

	WantedLogin wanted(Accounts.Account account) {
		return new WantedLogin(person(), this.role, List.copyOf(this.features), this.active, account.loginId(),
				account.invited(), account.wish());
	}

	UserChanged changed() {
		var chosen = preferences();
		var language = chosen.language();
		return new UserChanged(this.id, this.email, this.firstName, this.lastName, this.companyId, isStaff(),
				this.active, version(), this.formerAddresses, (language != null) ? language.tag() : null,
				chosen.signature(), maySeeTickets() ? chosen.mails() : List.of());
	}

	/** What is mailed to staff tells what tickets say. */
	private boolean maySeeTickets() {
		return this.role == Role.SUPER_ADMIN
				|| this.role == Role.ADMIN && this.features.contains(Features.TICKET_READ);
	}

}
