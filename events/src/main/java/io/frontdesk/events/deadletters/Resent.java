package io.frontdesk.events.deadletters;

/** What became of a letter that was sent again. */
public sealed interface Resent {

	/** Now, or before. */
	record Handled() implements Resent {}

	record FailedAgain(String reason) implements Resent {}

	record Unknown() implements Resent {}

}
