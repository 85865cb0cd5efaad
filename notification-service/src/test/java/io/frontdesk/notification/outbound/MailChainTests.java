package io.frontdesk.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailChainTests {

	private static final String ROOT = "<root@frontdesk.test>";

	@Test
	void firstMailOfATicketThatNoMailRaisedAnswersTheRoot() {
		var chain = new MailChain(ROOT, List.of(), null);
		assertThat(chain.inReplyTo()).isEqualTo(ROOT);
		assertThat(chain.references()).containsExactly(ROOT);
	}

	@Test
	void whatIsAnsweredComesLast() {
		var chain = new MailChain(ROOT, List.of("<1@c>", "<2@c>", "<3@us>"), "<2@c>");
		assertThat(chain.inReplyTo()).isEqualTo("<2@c>");
		assertThat(chain.references()).containsExactly(ROOT, "<1@c>", "<3@us>", "<2@c>");
	}

	@ParameterizedTest
	@ValueSource(ints = {1, 20, 100, 249})
	void longChainKeepsItsEndsAndLosesItsMiddle(int length) {
		var mails = IntStream.range(0, 500).mapToObj(i -> "<" + i + "x".repeat(length) + "@c>").toList();
		var references = new MailChain(ROOT, mails, mails.get(499)).references();
		assertThat(String.join(MailChain.FOLD, references)).hasSizeLessThanOrEqualTo(MailChain.LONGEST);
		assertThat(references).startsWith(ROOT, mails.getFirst()).endsWith(mails.get(498), mails.get(499));
		assertThat(references).doesNotHaveDuplicates();
	}

	@Test
	void copyDoesNotReferToItsOwnMail() {
		var chain = new MailChain(ROOT, List.of("<1@c>", "<mine@us>"), "<1@c>").before("<mine@us>");
		assertThat(chain.references()).containsExactly(ROOT, "<1@c>");
	}

}
