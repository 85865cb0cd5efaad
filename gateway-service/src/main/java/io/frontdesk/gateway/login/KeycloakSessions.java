package io.frontdesk.gateway.login;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Which of our sessions are of a session of Keycloak's: the sessions themselves say so, for every gateway. Spring's own
 * registry is in the memory of one, and ends sessions by a request to itself for each.
 */
@Component
class KeycloakSessions implements OidcSessionRegistry {

	private static final Logger log = LoggerFactory.getLogger(KeycloakSessions.class);

	private final FindByIndexNameSessionRepository<?> sessions;

	KeycloakSessions(FindByIndexNameSessionRepository<?> sessions) {
		this.sessions = sessions;
	}

	@Override
	public void saveSessionInformation(OidcSessionInformation info) {
		// our session has it already
	}

	/** Null for one that is not there, as in Spring's own. */
	@Override
	@SuppressWarnings("NullAway")
	public OidcSessionInformation removeSessionInformation(String clientSessionId) {
		return null;
	}

	/** Keycloak ended a login: an administrator did, or a new password, or a logout elsewhere. Nothing is left for Spring. */
	@Override
	public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken ended) {
		var owner = Objects.requireNonNullElse(ended.getSubject(), "");
		this.sessions.findByPrincipalName(owner).forEach((id, session) -> {
			if (isOf(session, ended.getSessionId())) {
				this.sessions.deleteById(id);
				log.info("Keycloak has ended a session of {}", owner);
			}
		});
		return List.of();
	}

	private static boolean isOf(Session session, @Nullable String ended) {
		SecurityContext context = session
				.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		return ended == null || context != null && context.getAuthentication() != null
				&& context.getAuthentication().getPrincipal() instanceof OidcUser user
				&& ended.equals(user.getIdToken().getClaimAsString("sid"));
	}

}
