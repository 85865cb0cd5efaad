package io.frontdesk.org.users;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers can meet. */
public enum UserProblem implements Problem {

	EMAIL_TAKEN(HttpStatus.CONFLICT,
			"Somebody else, perhaps a deactivated user, has this e-mail address, or had it before."),

	ADDRESS_PROOF_INVALID(HttpStatus.GONE,
			"The link proves no address: it was used, is too old, or a newer one took its place."),

	ADDRESS_NOT_GIVEN_UP(HttpStatus.NOT_FOUND, "The user has given up no such address."),

	TOO_MANY_ADDRESS_CHANGES(HttpStatus.TOO_MANY_REQUESTS,
			"Another address was wanted for this user several times within the last hours, and each time they were mailed. Wait an hour."),

	OWN_ACCOUNT(HttpStatus.CONFLICT,
			"Nobody deactivates themselves or takes their own role away: ask another super admin."),

	LAST_SUPER_ADMIN(HttpStatus.CONFLICT, "This is the last active super admin. Make somebody else one first."),

	NOT_AN_ADMIN(HttpStatus.CONFLICT,
			"Features are selected for admins: a super admin has all of them, and a client none."),

	ONLY_SUPER_ADMIN(HttpStatus.FORBIDDEN, "Only a super admin creates, changes or deactivates staff.");

	private final HttpStatus status;

	private final String detail;

	UserProblem(HttpStatus status, String detail) {
		this.status = status;
		this.detail = detail;
	}

	@Override
	public HttpStatus status() {
		return this.status;
	}

	@Override
	public String detail() {
		return this.detail;
	}

}
