package io.frontdesk.mail.reading;

import static io.frontdesk.mail.reading.Letter.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail that answers nothing, or passes something on, is shown as it is. */
class OpeningMailTests {

	@ParameterizedTest
	@ValueSource(strings = {
			"Hello,\n\nit stopped.\n\n==========\nOpen the lid\npull the plug\n==========\n\nPlease call.",
			"Dear all,\n\n______________________\nThe lift hangs.\nNobody is inside.",
			"The log:\n--------------------------------\n10:00 start\n10:01 smoke", "It smokes.\n\n--------",
			"* * *\nIt smokes.\n* * *", "Last words\n\n--\nand these below them",
			"The file:\n\n---\nserver:\n  port: 1\n---\nclient:\n  port: 2",
			"Slow:\n\n-- ---------\n-- towns\n-- ---------\nselect *\nfrom town;", "Slow:\n--\n-- towns\n--\nselect 1;",
			"--- a/port.txt\n+++ b/port.txt\n@@ -1 +1 @@\n-1\n+2",
			"Cold:\n\n| room | degrees |\n| --- | --- |\n| 1 | 9 |",
			"Drawn:\n\n| a\n| b", "I typed:\n\n> sync --all\n> error 3", "SQL> select 1;\nSQL> quit\n\nIt hangs.",
			"C> dir\nC> format", "Items\n\t1 lid\n\t2 plugs", "Tom wrote:\n> It is fine.\n\nIs it?",
			"On 12 May your clerk Tom <tom@example.com> wrote:\n\nKeep it.\n\nWho is right?",
			"On 12 May your clerk Tom <tom@example.com> wrote:\n> Keep it.\n\nWho is right?",
			"Am 12. Mai schrieb Ihr Herr Tom <tom@example.com>:\n\nBehalten Sie es.\n\nWer hat recht?",
			"Collect:\n\nFrom: Lisbon, quay 4\nTo: Porto, hall B\nDate: 3 December\n\nCall before.",
			"Bitte abholen:\n\nVon: Bremen\nAn: Kiel\nDatum: 3. Dezember\nBetreff: zwei Paletten\n\nVorher anrufen.",
			"From: dora@example.org\nSubject: Lid\nMessage: It is cracked.",
			"Name: Dora\nMail: Dora <dora@example.org>\nAppointment: 3.12.2026 10:00\nPlace: hall B",
			"From: Dora <dora@example.org>\nSent: Monday, 23 November 2026 10:00\nTo: Tom\nSubject: Lid\n\nIt is cracked.",
			"Sent from my iPhone app the form fails with error 17.\nOn the web it works.",
			"On the web it works.\nSent from my iPhone app the form fails with error 17.",
			"Sent from my tablet it never arrives.\n\nWhat now?",
			"Von meinem Telefon gesendet kommt nichts an.\nVom Rechner schon.",
			"Envoyé depuis mon téléphone, rien n'arrive.\nQue faire ?", "It smokes.\n\n-Dora Example",
			"Get Outlook to work, please.\n\nIt is slow."})
	void nothingOfItIsFolded(String text) throws Exception {
		var reading = read("From: dora@example.org\nSubject: Printer\n\n" + text);
		assertThat(reading.visibleText()).isEqualTo(text);
		assertThat(reading.text()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"From: Tom <tom@example.org>\nSent: Monday, 23 November 2026 10:00\nTo: Dora\nSubject: Lid\n\nIs it cracked?",
			"-----Original Message-----\nFrom: Tom\n\nIs it cracked?",
			"On Mon, 23 Nov 2026 at 10:00, Tom <tom@example.org> wrote:\n\n> Is it cracked?", "-- \nDora\nExample Ltd",
			"Sent from my iPhone"})
	void earlierMailAndSignatureBelowItAreFolded(String below) throws Exception {
		var reading = read("From: dora@example.org\nSubject: Printer\n\nIt smokes.\n\n" + below);
		assertThat(reading.visibleText()).isEqualTo("It smokes.");
		assertThat(reading.text()).contains(below.strip());
	}

	@ParameterizedTest
	@ValueSource(strings = {"Fwd: Lift", "FW: Lift", "WG: Aufzug", "TR : Ascenseur", "[house] Fwd: Lift",
			"RV: Ascensor",
			"VB: Hissen", "=?utf-8?B?6L2s5Y+ROiBMaWZ0?="})
	void forwardIsShownWhole(String subject) throws Exception {
		for (var passedOn : new String[]{
				"---------- Forwarded message ---------\nFrom: Tom <tom@example.org>\nDate: Mon, 23 Nov 2026 at 10:00\nSubject: Lift\nTo: Dora <dora@example.org>\n\nIt hangs.",
				"Von: Tom <tom@example.org>\nGesendet: Montag, 23. November 2026 10:00\nAn: Dora\nBetreff: Aufzug\n\nEr hängt.",
				"Begin forwarded message:\n\n> From: Tom\n> Subject: Lift\n> \n> It hangs."}) {
			var reading = read("From: dora@example.org\nIn-Reply-To: <1@example.org>\nSubject: %s\n\nFYI\n\n%s"
					.formatted(subject, passedOn));
			assertThat(reading.visibleText()).isEqualTo("FYI\n\n" + passedOn);
		}
	}

	@Test
	void forwardWithoutAMarkInItsSubjectIsShownWhole() throws Exception {
		var reading = read(
				"From: dora@example.org\nSubject: Lift\n\nFYI\n\n---------- Forwarded message ---------\nFrom: Tom <tom@example.org>\nDate: Mon, 23 Nov 2026 at 10:00\nSubject: Lift\nTo: Dora <dora@example.org>\n\nIt hangs.");
		assertThat(reading.visibleText()).contains("FYI", "It hangs.");
	}

	@ParameterizedTest
	@ValueSource(strings = {"<p>Order 5</p><hr><p>The lid is cracked.</p><p>Send a new one.</p>",
			"<p>Order 5</p><table><tr><td>The lid is cracked.</td></tr></table><p>Send a new one.</p>",
			"<p>Order 5</p><blockquote>The lid is cracked.</blockquote><p>Send a new one.</p>",
			"<p>Order 5</p><pre>\n-- \nThe lid is cracked.\n</pre><p>Send a new one.</p>"})
	void nothingOfItsHtmlIsFolded(String html) throws Exception {
		var reading = read("From: dora@example.org\nSubject: Lid\nContent-Type: text/html\n\n" + html);
		assertThat(reading.visibleText()).contains("Order 5", "The lid is cracked.", "Send a new one.")
				.isEqualTo(reading.text());
	}

}
