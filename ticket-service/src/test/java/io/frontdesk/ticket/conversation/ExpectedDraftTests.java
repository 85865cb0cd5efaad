package io.frontdesk.ticket.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ExpectedDraftTests {

	private static final Optional<Draft> NONE = Optional.empty();

	private static final Optional<Draft> THIRD = Optional.of(new Draft(
			new Draft.Content("Hello", null, null, List.of(), List.of(), null, "key"), List.of(), 3, Instant.EPOCH));

	@Test
	void versionIsMetByThatVersionAlone() {
		assertThat(new ExpectedDraft.Version(3).isMetBy(THIRD)).isTrue();
		assertThat(new ExpectedDraft.Version(2).isMetBy(THIRD)).isFalse();
		assertThat(new ExpectedDraft.Version(3).isMetBy(NONE)).isFalse();
	}

	@Test
	void noneIsMetByNone() {
		assertThat(new ExpectedDraft.None().isMetBy(NONE)).isTrue();
		assertThat(new ExpectedDraft.None().isMetBy(THIRD)).isFalse();
	}

	@Test
	void whicheverIsMetByAll() {
		assertThat(new ExpectedDraft.Whichever().isMetBy(NONE)).isTrue();
		assertThat(new ExpectedDraft.Whichever().isMetBy(THIRD)).isTrue();
	}

}
