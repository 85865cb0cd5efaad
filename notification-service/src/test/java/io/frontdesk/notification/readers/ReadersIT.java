package io.frontdesk.notification.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.events.StaffMail;
import io.frontdesk.events.UserChanged;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.Tickets;

/** People are written to as they want it, and replies end as their authors want it. */
@NotificationServiceTest
class ReadersIT {

	private static final long NEWEST = Long.MAX_VALUE;

	private final Post post;

	private final Readers readers;

	private final JdbcClient jdbc;

	private final long ticket = Post.newTicket();

	private final String client = "client-%s@example.org".formatted(UUID.randomUUID());

	private final Person kim = Person.of("kim-%s@frontdesk.test".formatted(UUID.randomUUID()), "Kim Lund");

	private final Person lee = Person.of("lee-%s@frontdesk.test".formatted(UUID.randomUUID()), "Lee Moss");

	private final List<Person> heard = new ArrayList<>();

	@Autowired
	ReadersIT(Post post, Readers readers, JdbcClient jdbc) {
		this.post = post;
		this.jdbc = jdbc;
		this.readers = readers;
	}

	@AfterEach
	void forget() {
		this.heard.forEach(person -> this.readers.hear(new UserChanged(person.id(), person.email(), "", "", null, true,
				false, NEWEST)));
	}

	@Test
	void staffGetTheMailsThatTheyWantAndNoOthers() {
		hear(this.kim, true, null, null, StaffMail.CLIENT_REPLIED);
		hear(this.lee, true, null, null, StaffMail.ASSIGNED);
		this.post.tell(Tickets.assigned(this.ticket, this.client, this.kim, Tickets.ALICE),
				Tickets.assigned(this.ticket, this.client, this.lee, Tickets.ALICE));
		assertThat(this.post.inbox(this.lee.email(), 1).getFirst().text()).contains("gave you ticket");
		this.post.tell(Tickets.wrote(this.ticket, this.client, this.lee, "Not for Lee.", Classification.PERSON),
				Tickets.wrote(this.ticket, this.client, this.kim, "It smokes again.", Classification.PERSON));
		assertThat(this.post.inbox(this.kim.email(), 1)).singleElement()
				.satisfies(mail -> assertThat(mail.text()).contains("It smokes again."));
		assertThat(this.post.inbox(this.lee.email())).hasSize(1);
		assertThat(this.post.settled(this.ticket, 2)).containsExactly("SENT: ", "SENT: ");
	}

	@Test
	void whoSaidNothingGetsWhatIsUsual() {
		this.post.tell(Tickets.created(this.ticket, this.client, Proof.PROVEN),
				Tickets.assigned(this.ticket, this.client, this.kim, Tickets.ALICE));
		assertThat(this.post.inbox(this.kim.email(), 1)).singleElement()
				.satisfies(mail -> assertThat(mail.text()).contains("gave you ticket"));
		this.post.tell(Tickets.wrote(this.ticket, this.client, this.kim, "Still there?", Classification.PERSON));
		assertThat(this.post.inbox(this.kim.email(), 2).getLast().text()).contains("Still there?");
		assertThat(this.post.settled(this.ticket, 3)).hasSize(3);
	}

	@Test
	void whoWantsToHearOfNewTicketsHearsOfEachThatAPersonRaised() {
		hear(this.kim, true, "de", null, StaffMail.NEW_TICKET);
		hear(this.lee, true, null, null, StaffMail.ASSIGNED, StaffMail.CLIENT_REPLIED);
		this.post.tell(Tickets.created(this.ticket, this.client, Proof.PROVEN));
		assertThat(this.post.settled(this.ticket, 2)).containsExactly("SENT: ", "SENT: ");
		var mail = this.post.inbox(this.kim.email(), 1).getFirst();
		assertThat(mail.subject()).isEqualTo("Re: Printer on fire [#%d]".formatted(this.ticket));
		assertThat(mail.text()).contains("Neues Ticket %d des Kunden %s".formatted(this.ticket, this.client),
				"/tickets/" + this.ticket, "It smokes.");
		assertThat(mail.header("Auto-Submitted")).hasValue("auto-generated");
		var ofMachine = Post.newTicket();
		this.post.tell(Tickets.created(ofMachine, this.client, Classification.AUTO_REPLY));
		assertThat(this.post.settled(ofMachine, 2))
				.containsOnly("SUPPRESSED: No person wrote the mail, but: auto-reply");
	}

	@Test
	void whoeverRaisedATicketIsNotToldOfIt() {
		hear(this.kim, true, null, null, StaffMail.NEW_TICKET);
		this.post.tell(Tickets.raised(this.ticket, this.kim.email()));
		assertThat(this.post.settled(this.ticket, 1)).hasSize(1);
		assertThat(this.post.inbox(this.kim.email(), 1)).singleElement()
				.satisfies(mail -> assertThat(mail.text()).contains("your ticket id is"));
	}

	@Test
	void replyEndsWithTheSignatureOfItsAuthor() {
		hear(Tickets.ALICE, true, null, "Alice Adams\nSupport <1st level>\n{{ticket}}");
		this.post.tell(Tickets.replied(this.ticket, this.client, "Pull the plug.", "<p>Pull <b>it</b>.</p>", List.of(),
				List.of()));
		var signed = this.post.inbox(this.client, 1).getFirst();
		assertThat(unixLines(signed.text())).contains("""
				Pull the plug.

				--\s
				Alice Adams
				Support <1st level>
				{{ticket}}
				Ticket %d.""".formatted(this.ticket));
		assertThat(htmlOf(this.ticket)).contains("<p>Pull <b>it</b>.</p>",
				"Alice Adams<br>\nSupport &lt;1st level&gt;<br>\n{{ticket}}<br>");
		forget();
		var unsigned = Post.newTicket();
		this.post.tell(Tickets.replied(unsigned, this.client, "Pull it out.", null, List.of(), List.of()));
		assertThat(unixLines(this.post.inbox(this.client, 2).getLast().text()))
				.contains("Pull it out.\n\n-- \nAlice Adams\nTicket %d.".formatted(unsigned));
	}

	@Test
	void languageThatWasChosenComesBeforeThatOfTheAddress() {
		var writer = Person.of(this.client, "");
		hear(writer, false, "de", null);
		this.post.tell(Tickets.created(this.ticket, this.client, Proof.PROVEN));
		assertThat(this.post.inbox(this.client, 1).getFirst().text()).contains("die Ticketnummer ist");
		var german = "english-%s@example.de".formatted(UUID.randomUUID());
		hear(Person.of(german, ""), false, "en", null);
		this.post.tell(Tickets.created(Post.newTicket(), german, Proof.PROVEN));
		assertThat(this.post.inbox(german, 1).getFirst().text()).contains("your ticket id is");
	}

	@Test
	void whatTheDirectoryTellsIsHeard() {
		this.heard.add(this.kim);
		this.post.tell(new UserChanged(this.kim.id(), this.kim.email(), "Kim", "Lund", null, true, true, 1, List.of(),
				"de", "Kim", List.of()));
		await().atMost(Duration.ofMinutes(1))
				.until(() -> this.readers.languageOf(this.kim).equals(Optional.of("de")));
		assertThat(this.readers.wants(this.kim, StaffMail.ASSIGNED)).isFalse();
		assertThat(this.readers.signatureOf(this.kim)).hasValue("Kim");
		this.readers.hear(new UserChanged(this.kim.id(), this.kim.email(), "Kim", "Lund", null, true, true, 0));
		assertThat(this.readers.wants(this.kim, StaffMail.ASSIGNED)).as("what is older is not heard").isFalse();
	}

	private void hear(Person person, boolean staff, @Nullable String language, @Nullable String signature,
			StaffMail... mails) {
		this.heard.add(person);
		this.readers.hear(new UserChanged(person.id(), person.email(), person.firstName(), person.lastName(), null,
				staff, true, 1, List.of(), language, signature, List.of(mails)));
	}

	private String htmlOf(long mailed) {
		return this.jdbc.sql("select html from delivery where ticket_id = ?").param(mailed).query(String.class)
				.single();
	}

	private static String unixLines(String text) {
		return text.replace("\r\n", "\n");
	}

}
