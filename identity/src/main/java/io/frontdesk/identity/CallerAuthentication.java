package io.frontdesk.identity;

import java.util.stream.Stream;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** An accepted token; its principal is the {@link Caller}. */
final class CallerAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final transient Caller caller;

	private final transient Jwt token;

	CallerAuthentication(Caller caller, Jwt token) {
		super(Stream.concat(Stream.of(caller.role().authority()), caller.features().stream())
				.map(SimpleGrantedAuthority::new)
				.toList());
		this.caller = caller;
		this.token = token;
		setAuthenticated(true);
	}

	@Override
	public Jwt getCredentials() {
		return this.token;
	}

	@Override
	public Caller getPrincipal() {
		return this.caller;
	}

	@Override
	public String getName() {
		return this.caller.person().email();
	}

}
