package io.frontdesk.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.frontdesk.mail.intake.PlacingOrder.Candidate;
import io.frontdesk.mail.reading.Heading;

class PlacingOrderTests {

	@Test
	void mailsAreToldOfAsTheyAreNumbered() {
		assertThat(order(read("a", "dora"), read("b", "emil"), read("c", "dora"))).containsExactly("a", "b", "c");
	}

	@Test
	void answerThatLiesBeforeItsMailComesAfterIt() {
		assertThat(order(read("answer", "emil", "mail"), read("other", "fred"), read("mail", "dora")))
				.containsExactly("other", "mail", "answer");
		assertThat(order(read("answer", "dora", "mail"), read("mail", "dora"))).containsExactly("mail", "answer");
		assertThat(order(read("third", "fred", "second"), read("second", "emil", "first"), read("first", "dora")))
				.containsExactly("first", "second", "third");
	}

	@Test
	void mailsThatNameEachOtherAreToldOfAsTheyAreNumbered() {
		assertThat(order(read("a", "dora", "b"), read("b", "emil", "a"))).containsExactly("a", "b");
	}

	@Test
	void mailThatIsNotReadYetKeepsBackThoseOfItsSenderAndThoseThatItAnswersOrThatAnswerIt() {
		assertThat(order(slow("slow", "dora", "answered"), read("other", "emil"), read("same", "dora"),
				read("answer", "fred", "slow"), read("answered", "gina"), read("next", "emil", "answer")))
				.containsExactly("other", "answered");
		assertThat(order(read("answered", "gina"), slow("slow", "dora", "answered"))).containsExactly("answered");
		assertThat(order(read("before", "dora"), slow("slow", "dora"))).containsExactly("before");
		assertThat(order(read("answer", "emil", "slow"), slow("slow", "dora"))).isEmpty();
	}

	@Test
	void mailOfWhichNothingIsKnownKeepsBackNone() {
		assertThat(order(new Candidate(id("slow"), false, Heading.UNKNOWN), read("a", "dora"))).containsExactly("a");
	}

	@Test
	void circleOfForgedMailsComesToItsEnd() {
		assertThat(order(read("a", "dora", "c"), read("b", "dora"), read("c", "emil", "b")))
				.containsExactlyInAnyOrder("a", "b", "c");
	}

	private static Candidate read(String id, String sender, String... named) {
		return new Candidate(id(id), true, new Heading(sender, id, Set.of(named)));
	}

	private static Candidate slow(String id, String sender, String... named) {
		return new Candidate(id(id), false, new Heading(sender, id, Set.of(named)));
	}

	private static UUID id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

	private static List<String> order(Candidate... mails) {
		return PlacingOrder.of(List.of(mails))
				.stream()
				.map(mail -> Stream.ofNullable(mail.heading().id()).findFirst().orElseThrow())
				.toList();
	}

}
