package io.frontdesk.ticket.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.MessageKind;
import io.frontdesk.ticket.Mails;

class StaffAnswerTests {

	@ParameterizedTest
	@ValueSource(strings = {"@note\nA pyromaniac.", "@note\r\n\r\nA pyromaniac.", "@Note A pyromaniac.",
			"@NOTE: A pyromaniac.", "\n \t@note\nA pyromaniac.", "\u00a0\ufeff\u200b@note\u00a0\nA pyromaniac."})
	void firstLineMakesItANoteWithoutThatLine(String text) {
		var answer = StaffAnswer.of(Mails.from("alice@frontdesk.test").saying(text, text).mail());
		assertThat(answer.kind()).isEqualTo(MessageKind.NOTE);
		assertThat(answer.text()).endsWith("A pyromaniac.").doesNotContainIgnoringCase("@note");
	}

	@ParameterizedTest
	@ValueSource(strings = {"Pull the plug.", "See below.\n@note\nNo.", "@notebook is broken", "@note-taking is for us",
			"note\nPull the plug.", "x@note.example.org"})
	void anythingElseIsAReplyAsItStands(String text) {
		assertThat(StaffAnswer.of(Mails.from("alice@frontdesk.test").saying(text, text).mail()))
				.isEqualTo(new StaffAnswer(MessageKind.REPLY, text));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PERSON")
	void programsAnswerIsForColleagues(Classification machine) {
		assertThat(StaffAnswer.of(Mails.from("alice@frontdesk.test").as(machine).mail()).kind())
				.isEqualTo(MessageKind.NOTE);
	}

	@Test
	void clientIsNotMailedNothing() {
		var empty = Mails.from("alice@frontdesk.test").saying(" \n", " \n> It smokes.");
		assertThat(StaffAnswer.of(empty.mail()).kind()).isEqualTo(MessageKind.NOTE);
		var file = new StoredFile("plan.pdf", "application/pdf", 1, "0", "0");
		assertThat(StaffAnswer.of(empty.html("", file).mail()).kind()).isEqualTo(MessageKind.REPLY);
	}

}
