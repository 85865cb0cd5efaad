package io.frontdesk.org.users;

/** Where people log in. Slow, and sometimes away. */
public interface Logins {

	/** Makes the login be as wanted, whatever it is now: may be repeated. */
	Outcome provide(WantedLogin wanted);

	sealed interface Outcome {

		record Provided(String loginId, boolean invited) implements Outcome {}

		/** Trying again would not help. */
		record Refused(String reason) implements Outcome {}

		/** Trying again may help. */
		record Unavailable(String reason) implements Outcome {}

	}

}
