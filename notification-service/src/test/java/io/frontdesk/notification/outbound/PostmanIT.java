package io.frontdesk.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.Heard;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.NotificationDelivered;
import io.frontdesk.events.NotificationSuppressed;
import io.frontdesk.events.Person;
import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.events.reference.SignedReferences.Reference;
import io.frontdesk.local.mail.ReceivedMail;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.Tickets;

@NotificationServiceTest
class PostmanIT {

	private static final SignedReferences SIGNED = new SignedReferences(NotificationServiceTest.KEY);

	private final Post post;

	private final Heard heard;

	private final Blobs blobs;

	@Autowired
	PostmanIT(Post post, Heard heard, Blobs blobs) {
		this.post = post;
		this.heard = heard;
		this.blobs = blobs;
	}

	@Test
	void newTicketIsAnsweredWithAMailThatCanBeAnswered() {
		this.post.tell(Tickets.created(2233444, "dora@example.org", Proof.PROVEN));
		var reply = this.post.inbox("dora@example.org", 1).getFirst();
		assertThat(reply.subject()).isEqualTo("Re: Printer on fire [#2233444]");
		assertThat(reply.text()).contains("your ticket id is 2233444");
		assertThat(reply.header("Content-Type").orElseThrow()).startsWith("multipart/alternative");
		assertThat(reply.header("Auto-Submitted")).hasValue("auto-replied");
		assertThat(reply.header("X-Auto-Response-Suppress")).hasValue("All");
		assertThat(reply.header("Return-Path").orElse("<>")).isEqualTo("<>");
		assertThat(List.of(named(reply), answered(reply))).allSatisfy(ours -> {
			assertThat(ours.ticket()).isEqualTo(2233444);
			assertThat(ours.isFor("dora@example.org")).isTrue();
		});
	}

	@Test
	void allMailsOfATicketReferToTheSameRootThenToTheMailsBefore() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "thread@example.org"));
		var first = this.post.inbox("thread@example.org", 1).getFirst();
		this.post.tell(Tickets.replied(ticket, "thread@example.org", "Pull the plug.", null, List.of(), List.of()));
		var second = this.post.inbox("thread@example.org", 2).getLast();
		var clients = "<first-%d@example.org>".formatted(ticket);
		var root = references(first.header("References").orElseThrow()).getFirst();
		assertThat(SIGNED.inMessageId(root).orElseThrow().ticket()).isEqualTo(ticket);
		assertThat(references(first.header("References").orElseThrow())).containsExactly(root, clients);
		assertThat(references(second.header("References").orElseThrow())).containsExactly(root, first.messageId(),
				clients);
		assertThat(List.of(first, second)).allSatisfy(mail -> assertThat(mail.inReplyTo()).hasValue(clients));
	}

	private static Reference named(ReceivedMail mail) {
		return SIGNED.inMessageId(mail.messageId()).orElseThrow();
	}

	private static Reference answered(ReceivedMail mail) {
		return SIGNED.inReplyAddress(mail.header("Reply-To").orElseThrow()).orElseThrow();
	}

	private static List<String> references(String header) {
		return List.of(header.split("\\s+"));
	}

	@Test
	void replyIsOneMailToTheRequesterAndTheCopiesWithWhatIsAttached() throws Exception {
		var ticket = Post.newTicket();
		var blob = this.blobs.store(out -> out.write("a,b".getBytes(StandardCharsets.UTF_8)));
		var event = Tickets.replied(ticket, "asker@example.org", "Pull the plug.", "<p>Pull the <b>plug</b>.</p>",
				List.of("Boss@example.org", "asker@example.org"),
				List.of(new StoredFile("plug.csv", "text/csv", blob.size(), blob.key(), blob.key())));
		this.post.tell(event);
		var reply = this.post.inbox("asker@example.org", 1).getFirst();
		assertThat(reply.text()).startsWith("Pull the plug.").contains("Alice Adams", "[attached: plug.csv]");
		assertThat(reply.header("Auto-Submitted")).isEmpty();
		var copy = this.post.inbox("boss@example.org", 1).getFirst();
		assertThat(copy.messageId()).isEqualTo(reply.messageId());
		assertThat(named(reply).isForSeveral()).isTrue();
		assertThat(answered(reply).isFor("asker@example.org")).isTrue();
		assertThat(answered(copy).isFor("boss@example.org")).isTrue();
		assertThat(copy.to()).isEqualTo("asker@example.org");
		assertThat(copy.header("Cc").orElseThrow()).contains("boss@example.org");
		assertThat(this.post.settled(ticket, 2)).containsExactly("SENT: ", "SENT: ");
		assertThat(this.post.inbox("asker@example.org")).hasSize(1);
		await()
				.until(() -> this.heard.of(NotificationDelivered.class, ticket).size() == 2);
		assertThat(this.heard.of(NotificationDelivered.class, ticket))
				.allSatisfy(told -> assertThat(told.message()).isEqualTo(event.message().id()));
	}

	@Test
	void whoGetsACopyDoesNotLearnTheMessageIdsThatProveWhoAnswers() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "owner@example.org"));
		var first = this.post.inbox("owner@example.org", 1).getFirst();
		this.post.tell(Tickets.replied(ticket, "owner@example.org", "Pull the plug.", null,
				List.of("guest@example.org"), List.of()));
		var clients = "<first-%d@example.org>".formatted(ticket);
		var toGuest = references(this.post.inbox("guest@example.org", 1).getFirst().header("References").orElseThrow());
		assertThat(toGuest).hasSize(2).endsWith(clients);
		assertThat(references(this.post.inbox("owner@example.org", 2).getLast().header("References").orElseThrow()))
				.containsExactly(toGuest.getFirst(), first.messageId(), clients);
	}

	@Test
	void mailByWhichStaffReplyIsNothingThatTheClientsMailAnswers() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "asks@example.org"));
		this.post.inbox("asks@example.org", 1);
		this.post.tell(Tickets.repliedByMail(ticket, "asks@example.org", "<alices@frontdesk.test>"),
				Tickets.replied(ticket, "asks@example.org", "And then?", null, List.of(), List.of()));
		assertThat(this.post.inbox("asks@example.org", 3)).allSatisfy(mail -> {
			assertThat(mail.inReplyTo()).hasValue("<first-%d@example.org>".formatted(ticket));
			assertThat(references(mail.header("References").orElseThrow())).doesNotContain("<alices@frontdesk.test>");
		});
	}

	@Test
	void mailsToStaffAreForThemAlone() {
		var ticket = Post.newTicket();
		var cora = Person.of("cora-%d@frontdesk.test".formatted(ticket), "Cora Cook");
		this.post.tell(Tickets.assigned(ticket, "dora@example.org", cora, Tickets.ALICE),
				Tickets.wrote(ticket, "dora@example.org", cora, "It smokes.", Classification.PERSON));
		assertThat(this.post.inbox(cora.email(), 2)).allSatisfy(mail -> assertThat(List.of(named(mail), answered(mail)))
				.allSatisfy(ours -> assertThat(ours.isFor(cora.email())).isTrue()));
	}

	@Test
	void assigneeIsToldByWhomAndOfWhatTheClientWrites() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.assigned(ticket, "dora@example.org", Tickets.ALICE,
				Person.of("root@frontdesk.test", "Rita Root")));
		var assigned = this.post.inbox("alice@frontdesk.test", 1).getFirst();
		assertThat(assigned.text()).contains(
				"Rita Root gave you ticket " + ticket + " of client Dora Example <dora@example.org>:",
				"http://localhost:8080/tickets/" + ticket);
		this.post.tell(Tickets.wrote(ticket, "dora@example.org", Tickets.ALICE, "It <still> smokes.",
				Classification.PERSON));
		assertThat(this.post.inbox("alice@frontdesk.test", 2).getLast().text().lines())
				.startsWith("Client Rita Root <dora@example.org> wrote in ticket " + ticket + ":", "",
						"It <still> smokes.");
		this.post.tell(Tickets.assigned(ticket, "dora@example.org", Tickets.ALICE, Tickets.ALICE));
		this.post.tell(Tickets.closed(ticket, "other@example.org", Tickets.ALICE));
		this.post.inbox("other@example.org", 1);
		assertThat(this.post.states(ticket)).hasSize(3);
	}

	@Test
	void assigneeIsToldThatAMailMayBeSomebodyElses() {
		var ticket = Post.newTicket();
		var cora = Person.of("cora-%d@frontdesk.test".formatted(ticket), "Cora Cook");
		this.post.tell(Tickets.wrote(ticket, "dora@example.org", cora, "It smokes.", Classification.PERSON),
				Tickets.wroteUnverified(ticket, "dora@example.org", cora, "Pay to this account."));
		var mails = this.post.inbox(cora.email(), 2);
		assertThat(mails.getFirst().text()).contains("It smokes.").doesNotContain("Not verified");
		assertThat(mails.getLast().text().lines()).startsWith(
				"Client Rita Root <dora@example.org> wrote in ticket " + ticket + ":", "",
				"Not verified: nothing proves that Rita Root <dora@example.org> wrote this. "
						+ "Anybody can send a mail in somebody else's name.",
				"", "Pay to this account.");
	}

	@Test
	void eventToldTwiceIsOneMail() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "twice@example.org"), Tickets.created(ticket, "twice@example.org"),
				Tickets.closed(ticket, "twice@example.org", Tickets.ALICE));
		assertThat(this.post.settled(ticket, 2)).containsExactly("SENT: ", "SENT: ");
		assertThat(this.post.inbox("twice@example.org")).hasSize(2);
	}

	@Test
	void suppressedMailIsRecordedAndToldWithItsReason() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "robot@example.org", Classification.AUTO_REPLY));
		var reason = "No person wrote the mail, but: auto-reply";
		assertThat(this.post.settled(ticket, 1)).containsExactly("SUPPRESSED: " + reason);
		await()
				.until(() -> this.heard.of(NotificationSuppressed.class, ticket).size() == 1);
		assertThat(this.heard.of(NotificationSuppressed.class, ticket).getFirst())
				.satisfies(told -> assertThat(told.reason()).isEqualTo(reason))
				.satisfies(told -> assertThat(told.kind()).isEqualTo("created"))
				.satisfies(told -> assertThat(told.to()).isEqualTo("robot@example.org"));
	}

	@Test
	void recipientReadsTheLanguageOfTheirDomain() {
		var ticket = Post.newTicket();
		this.post.tell(Tickets.closed(ticket, "dora@example.de", Tickets.ALICE));
		assertThat(this.post.inbox("dora@example.de", 1).getFirst().text())
				.contains("ist jetzt geschlossen; er war offen", "antworten Sie auf diese E-Mail");
	}

}
