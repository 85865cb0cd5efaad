package io.frontdesk.org.users.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.frontdesk.events.AddressForm;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.Role;
import io.frontdesk.org.users.Logins;
import io.frontdesk.org.users.WantedLogin;
import io.frontdesk.org.users.http.KeycloakAdmin.RealmRole;

/** Logins as accounts of the Keycloak realm. One that is there already is adopted, whoever made it. */
@Component
class KeycloakLogins implements Logins {

	private static final String USER_ID = "frontdesk_user_id";

	private static final String SET_PASSWORD = "UPDATE_PASSWORD";

	private static final String PROVE_ADDRESS = "VERIFY_EMAIL";

	private final KeycloakAdmin keycloak;

	private final KeycloakSettings settings;

	KeycloakLogins(KeycloakAdmin keycloak, KeycloakSettings settings) {
		this.keycloak = keycloak;
		this.settings = settings;
	}

	@Override
	public Outcome provide(WantedLogin wanted) {
		try {
			var found = find(wanted);
			if (found != null && wanted.loginId() == null && outranks(id(found), wanted)) {
				return new Outcome.Refused(
						"Keycloak has this account, with a higher role. Whose it is can just log in.");
			}
			if (found != null && wanted.loginId() == null && isOfAnother(found, wanted)) {
				return new Outcome.Refused("Keycloak has this account for another user of the directory.");
			}
			return settle((found != null) ? adjust(found, wanted) : create(wanted), wanted);
		} catch (UnacceptableAccount ex) {
			return new Outcome.Refused("Keycloak refused the account: " + brief(ex.answer));
		} catch (RestClientResponseException ex) {
			return new Outcome.Unavailable("Keycloak could not do it: " + brief(ex));
		} catch (ResourceAccessException _) {
			return new Outcome.Unavailable("Keycloak does not answer");
		} catch (RestClientException ex) {
			return new Outcome.Unavailable("Keycloak's answer can't be read: " + ex.getMessage());
		}
	}

	private Outcome settle(ObjectNode account, WantedLogin wanted) {
		setRoles(id(account), wanted);
		if (!wanted.enabled()) {
			this.keycloak.endSessions(id(account));
		}
		return new Outcome.Provided(id(account), wanted.enabled() && invite(account, wanted));
	}

	/** Entering somebody here with a lower role than they have must not take it from them. */
	private boolean outranks(String id, WantedLogin wanted) {
		var current = this.keycloak.rolesOf(id).stream().map(RealmRole::name).toList();
		return Stream.of(Role.values())
				.anyMatch(role -> role.compareTo(wanted.role()) < 0 && current.contains(role.authority()));
	}

	private static boolean isOfAnother(ObjectNode account, WantedLogin wanted) {
		var owner = account.at("/attributes/%s/0".formatted(USER_ID)).asString("");
		return !owner.isEmpty() && !owner.equals(wanted.user().toString());
	}

	private ObjectNode adjust(ObjectNode found, WantedLogin wanted) {
		var moves = !AddressForm.of(found.path("email").asString("")).equals(wanted.person().email());
		if (moves && isUnused(found)) {
			// the invitation to the address of before must open nothing
			this.keycloak.delete(id(found));
			return create(wanted);
		}
		var account = withWishes(found.deepCopy(), wanted);
		if (moves) {
			account.put("emailVerified", false);
		}
		requireProof(account);
		if (!account.equals(found)) {
			try {
				this.keycloak.replace(id(account), account);
			} catch (HttpClientErrorException.BadRequest | HttpClientErrorException.Conflict ex) {
				throw new UnacceptableAccount(ex);
			}
		}
		if (moves) {
			this.keycloak.endSessions(id(account));
		}
		return account;
	}

	/** Nobody has set a password yet. */
	private static boolean isUnused(ObjectNode account) {
		return account.path("requiredActions").valueStream().anyMatch(isPassword());
	}

	/** Keycloak alone finds that an address is somebody's: who answers its mail. */
	private static void requireProof(ObjectNode account) {
		var actions = account.withArrayProperty("requiredActions");
		if (!account.path("emailVerified").asBoolean(false)
				&& actions.valueStream().noneMatch(action -> action.asString().equals(PROVE_ADDRESS))) {
			actions.add(PROVE_ADDRESS);
		}
	}

	private @Nullable ObjectNode find(WantedLogin wanted) {
		if (wanted.loginId() != null) {
			try {
				return this.keycloak.user(wanted.loginId());
			} catch (HttpClientErrorException.NotFound _) {
				// somebody deleted it there: look for another, or make one
			}
		}
		var email = wanted.person().email();
		return Stream.of(this.keycloak.usersByEmail(email), this.keycloak.usersByName(email))
				.flatMap(List::stream)
				.findFirst()
				.map(brief -> this.keycloak.user(id(brief)))
				.orElse(null);
	}

	private ObjectNode create(WantedLogin wanted) {
		var account = withWishes(JsonNodeFactory.instance.objectNode(), wanted);
		account.putArray("requiredActions").add(SET_PASSWORD);
		requireProof(account);
		try {
			var place = Objects.requireNonNull(this.keycloak.create(account).getHeaders().getLocation()).getPath();
			return this.keycloak.user(place.substring(place.lastIndexOf('/') + 1));
		} catch (HttpClientErrorException.BadRequest ex) {
			throw new UnacceptableAccount(ex);
		}
	}

	private static ObjectNode withWishes(ObjectNode account, WantedLogin wanted) {
		var person = wanted.person();
		account.put("username", person.email())
				.put("email", person.email())
				.put("firstName", person.firstName())
				.put("lastName", person.lastName())
				.put("enabled", wanted.enabled());
		account.withObjectProperty("attributes").putArray(USER_ID).add(wanted.user().toString());
		return account;
	}

	/** Whether the invitation is out: needed only by somebody who has no password yet. */
	private boolean invite(ObjectNode account, WantedLogin wanted) {
		if (isUnused(account) && !(wanted.invited() && id(account).equals(wanted.loginId()))) {
			this.keycloak.mailActions(id(account), this.settings.webClientId(),
					this.settings.invitationLifespan().toSeconds(), List.of(SET_PASSWORD, PROVE_ADDRESS));
		}
		return true;
	}

	private static Predicate<JsonNode> isPassword() {
		return action -> action.asString().equals(SET_PASSWORD);
	}

	private static String id(ObjectNode account) {
		return account.path("id").asString();
	}

	/** Super admins are made in Keycloak, not here; their features come with the role. */
	private void setRoles(String id, WantedLogin wanted) {
		if (wanted.role() == Role.SUPER_ADMIN) {
			return;
		}
		Set<String> names = new HashSet<>(wanted.features());
		names.add(wanted.role().authority());
		var current = this.keycloak.rolesOf(id);
		var surplus = roles(current, role -> isOurs(role.name()) && !names.contains(role.name()));
		if (!surplus.isEmpty()) {
			this.keycloak.take(id, surplus);
		}
		names.removeAll(current.stream().map(RealmRole::name).collect(Collectors.toSet()));
		if (!names.isEmpty()) {
			this.keycloak.give(id, roles(this.keycloak.availableTo(id), role -> names.contains(role.name())));
		}
	}

	private static List<RealmRole> roles(List<RealmRole> roles, Predicate<RealmRole> which) {
		return new ArrayList<>(roles.stream().filter(which).toList());
	}

	private static boolean isOurs(String role) {
		return Features.ALL.contains(role) || Role.SUPER_ADMIN.authority().equals(role)
				|| Role.ADMIN.authority().equals(role) || Role.CLIENT.authority().equals(role);
	}

	private static String brief(RestClientResponseException ex) {
		var text = "%d %s".formatted(ex.getStatusCode().value(), ex.getResponseBodyAsString().strip());
		return text.substring(0, Math.min(text.length(), 300));
	}

	/** Trying again would not help; a wrong secret or a missing right of ours, by contrast, can be put right. */
	private static final class UnacceptableAccount extends RuntimeException {

		private final transient RestClientResponseException answer;

		UnacceptableAccount(RestClientResponseException answer) {
			super(answer);
			this.answer = answer;
		}

	}

}
