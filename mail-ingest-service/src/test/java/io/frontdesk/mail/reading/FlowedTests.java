package io.frontdesk.mail.reading;

import static io.frontdesk.mail.reading.Letter.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowedTests {

	@Test
	void lineThatEndsWithABlankGoesOnInTheNext() {
		assertThat(Flowed.joined("The printer on the \nsecond floor \nsmokes.\n\nCome soon.\n", false))
				.isEqualTo("The printer on the second floor smokes.\n\nCome soon.");
	}

	@Test
	void blankThatIsNoneBetweenWordsGoes() {
		assertThat(Flowed.joined("プリンターから煙が \n出ています。 \nhttps://example.org/a- \nlong-name\n", true))
				.isEqualTo("プリンターから煙が出ています。https://example.org/a-long-name");
	}

	@Test
	void quotedLinesAreJoinedAmongThemselves() {
		assertThat(Flowed.joined("> Does it \n> smoke?\n>> Since \n>> when?\nYes, \nit does.\n", false))
				.isEqualTo("> Does it smoke?\n>> Since when?\nYes, it does.");
	}

	@Test
	void lineOfAnotherDepthBeginsAnewEvenIfTheLastOneFlows() {
		assertThat(Flowed.joined("> Does it \nYes.\n", false)).isEqualTo("> Does it \nYes.");
	}

	@Test
	void markOfASignatureJoinsNothing() {
		assertThat(Flowed.joined("It smokes. \n-- \nDora\n", false)).isEqualTo("It smokes. \n-- \nDora");
	}

	@Test
	void blankThatWasPutBeforeALineGoes() {
		assertThat(Flowed.joined(" From here it smokes.\n  two\n >no quote\n", false))
				.isEqualTo("From here it smokes.\n two\n >no quote");
	}

	@Test
	void mailIsJoinedIfItSaysSo() throws Exception {
		var flowed = read(
				"From: dora@example.org\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n\n"
						+ "The printer on the  \nsecond floor smo \nkes.\n");
		assertThat(flowed.text()).isEqualTo("The printer on the second floor smokes.");
		assertThat(flowed.visibleText()).isEqualTo(flowed.text());
		var fixed = read("From: dora@example.org\n\nThe printer \nsmokes.\n");
		assertThat(fixed.text()).isEqualTo("The printer \nsmokes.");
	}

	@Test
	void signatureOfAFlowedMailIsFolded() throws Exception {
		var reading = read("From: dora@example.org\nSubject: Printer\nContent-Type: text/plain; format=flowed\n\n"
				+ "It \nsmokes.\n\n-- \nDora\n");
		assertThat(reading.visibleText()).isEqualTo("It smokes.");
	}

}
