package io.frontdesk.org.users.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.StaffMail;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresLogin;
import io.frontdesk.identity.Role;
import io.frontdesk.org.companies.CompanyList;
import io.frontdesk.org.users.AfterSend;
import io.frontdesk.org.users.Density;
import io.frontdesk.org.users.Directory;
import io.frontdesk.org.users.Language;
import io.frontdesk.org.users.Login;
import io.frontdesk.org.users.Preferences;
import io.frontdesk.org.users.PreferencesChange;
import io.frontdesk.org.users.ProfileDesk;
import io.frontdesk.org.users.Theme;

/** Asking who one is makes one known: a login that Keycloak has and the directory has not yet. */
@RestController
class MeController {

	private final Directory directory;

	private final CompanyList companies;

	private final ProfileDesk profiles;

	MeController(Directory directory, CompanyList companies, ProfileDesk profiles) {
		this.directory = directory;
		this.companies = companies;
		this.profiles = profiles;
	}

	@Says(id = "getMe", summary = "Tells who the caller is, and what they may do")
	@GetMapping("/api/v1/me")
	@RequiresLogin
	MeView me(@AuthenticationPrincipal Caller caller, Authentication authentication) {
		meet(caller, authentication.getCredentials());
		return view(caller);
	}

	@Says(id = "changeMe", summary = "Changes what the caller prefers", problems = "busy")
	@PatchMapping("/api/v1/me")
	@RequiresLogin
	MeView change(@Valid @RequestBody ChangeRequest wanted, @AuthenticationPrincipal Caller caller,
			Authentication authentication) {
		meet(caller, authentication.getCredentials());
		this.profiles.change(wanted.change(caller.isStaff()), caller);
		return view(caller);
	}

	private MeView view(Caller caller) {
		var person = caller.person();
		var profile = this.profiles.of(person);
		var chosen = profile.preferences();
		var company = profile.company();
		return new MeView(person.id(), person.email(), person.firstName(), person.lastName(),
				(company != null) ? company(company) : null, caller.role(),
				caller.features().stream().sorted().toList(), chosen.language(),
				caller.isStaff() ? chosen.signature() : null, PreferencesView.of(chosen, caller.isStaff()));
	}

	private Company company(UUID id) {
		return new Company(id, this.companies.get(id).name());
	}

	private void meet(Caller caller, @Nullable Object credentials) {
		if (credentials instanceof Jwt token) {
			var features = Features.ALL.stream().filter(caller.features()::contains).toList();
			try {
				this.directory.meetLogin(new Login(caller.person(), caller.role(), features,
						Objects.requireNonNullElse(token.getSubject(), ""), token.getIssuedAt()));
			} catch (ConcurrencyFailureException _) {
				// another call with the same token said the same
			}
		}
	}

	record MeView(UUID id, String email, String firstName, String lastName, @Nullable Company company, Role role,
			List<String> features, @Nullable Language language, @Nullable String signature,
			PreferencesView preferences) {}

	record Company(UUID id, String name) {}

	/**
	 * What is null is of no use to a client; besides, the time zone for that of the browser, and the delay for that of the
	 * desk.
	 */
	record PreferencesView(@Nullable String timeZone, Theme theme, Density density, boolean shortcuts,
			@Nullable Integer undoDelay, @Nullable AfterSend afterSend, @Nullable MailsView mails) {

		static PreferencesView of(Preferences chosen, boolean staff) {
			return new PreferencesView(chosen.timeZone(), Objects.requireNonNullElse(chosen.theme(), Theme.SYSTEM),
					Objects.requireNonNullElse(chosen.density(), Density.COMFORTABLE),
					!Boolean.FALSE.equals(chosen.shortcuts()), staff ? chosen.undoDelay() : null,
					staff ? Objects.requireNonNullElse(chosen.afterSend(), AfterSend.STAY) : null,
					staff ? MailsView.of(chosen) : null);
		}

	}

	record MailsView(boolean newTicket, boolean clientReplied, boolean assigned) {

		static MailsView of(Preferences chosen) {
			return new MailsView(chosen.wants(StaffMail.NEW_TICKET), chosen.wants(StaffMail.CLIENT_REPLIED),
					chosen.wants(StaffMail.ASSIGNED));
		}

	}

	/** Null goes back to what is usual. */
	record ChangeRequest(@Nullable Optional<Language> language, @Nullable Optional<String> signature,
			@Nullable Optional<PreferencesRequest> preferences) {

		PreferencesChange change(boolean staff) {
			var wanted = (this.preferences != null)
					? this.preferences.orElseGet(() -> PreferencesRequest.usual(staff))
					: PreferencesRequest.NOTHING;
			var mails = (wanted.mails != null) ? wanted.mails.orElse(MailsRequest.USUAL) : MailsRequest.NOTHING;
			return new PreferencesChange(this.language, wanted.timeZone, wanted.theme, wanted.density,
					wanted.shortcuts, wanted.undoDelay, wanted.afterSend, this.signature, mails.newTicket,
					mails.clientReplied, mails.assigned);
		}

	}

	record PreferencesRequest(@Nullable Optional<String> timeZone, @Nullable Optional<Theme> theme,
			@Nullable Optional<Density> density, @Nullable Optional<Boolean> shortcuts,
			@Nullable Optional<Integer> undoDelay, @Nullable Optional<AfterSend> afterSend,
			@Nullable Optional<MailsRequest> mails) {

		static final PreferencesRequest NOTHING = new PreferencesRequest(null, null, null, null, null, null, null);

		static PreferencesRequest usual(boolean staff) {
			return new PreferencesRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
					staff ? Optional.empty() : null, staff ? Optional.empty() : null, staff ? Optional.empty() : null);
		}

	}

	record MailsRequest(@Nullable Optional<Boolean> newTicket, @Nullable Optional<Boolean> clientReplied,
			@Nullable Optional<Boolean> assigned) {

		static final MailsRequest NOTHING = new MailsRequest(null, null, null);

		static final MailsRequest USUAL = new MailsRequest(Optional.empty(), Optional.empty(), Optional.empty());

	}

}
