package io.frontdesk.ticket.conversation;

import java.util.Optional;

/** What somebody takes to be there when they save a draft or throw it away: RFC 9110 §13.1. */
public sealed interface ExpectedDraft {

	default boolean isMetBy(Optional<Draft> there) {
		return switch (this) {
			case Whichever() -> true;
			case None() -> there.isEmpty();
			case Version(var version) -> there.filter(draft -> draft.version() == version).isPresent();
		};
	}

	record Whichever() implements ExpectedDraft {}

	record None() implements ExpectedDraft {}

	record Version(long version) implements ExpectedDraft {}

}
