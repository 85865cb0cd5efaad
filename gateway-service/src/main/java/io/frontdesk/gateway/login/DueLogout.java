package io.frontdesk.gateway.login;

/** A login that Keycloak is to end. */
record DueLogout(long id, String refreshToken) {

	@Override
	public String toString() {
		return "DueLogout[" + this.id + "]";
	}

}
