package io.frontdesk.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import io.frontdesk.identity.standing.Registrar;

/** Ends the session of whoever was deactivated, here and at Keycloak. */
@Component
public class DeactivatedOwners {

	private final Registrar registrar;

	private final DueLogouts logouts;

	DeactivatedOwners(Registrar registrar, DueLogouts logouts) {
		this.registrar = registrar;
		this.logouts = logouts;
	}

	/** From here on the request is nobody's. */
	public void logOut(HttpServletRequest request) {
		var owner = SessionOwner.of(SecurityContextHolder.getContext().getAuthentication());
		var session = request.getSession(false);
		if (session == null || owner.filter(this.registrar::isDeactivated).isEmpty()) {
			return;
		}
		var logout = SessionTokens.of(session).map(SessionTokens::refresh).map(this.logouts::keep);
		session.invalidate();
		SecurityContextHolder.clearContext();
		logout.ifPresent(this.logouts::settle);
	}

}
