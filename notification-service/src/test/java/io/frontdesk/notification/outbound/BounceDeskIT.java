package io.frontdesk.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Classification;
import io.frontdesk.events.Heard;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MailReceived.Bounce;
import io.frontdesk.events.NotificationFailed;
import io.frontdesk.events.Person;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.identity.Callers;
import io.frontdesk.notification.Api;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.Tickets;
import io.frontdesk.notification.muting.Mutes;

@NotificationServiceTest
class BounceDeskIT {

	private static final String UNKNOWN = "smtp; 550 5.1.1 <dora>: Recipient address rejected: User unknown";

	private static final SignedReferences SIGNED = new SignedReferences(NotificationServiceTest.KEY);

	private final Post post;

	private final Heard heard;

	private final Mutes mutes;

	private final Api root;

	@Autowired
	BounceDeskIT(Post post, Heard heard, Mutes mutes, MockMvcTester mvc) {
		this.post = post;
		this.heard = heard;
		this.mutes = mutes;
		this.root = new Api(mvc, Callers.superAdmin());
	}

	@Test
	void hardBounceFailsItsMailAndMutesWhomItWasFor() {
		var ticket = Post.newTicket();
		var reply = Tickets.replied(ticket, address(ticket), "Are you there?", null, List.of(), List.of());
		this.post.tell(reply);
		var mail = this.post.inbox(address(ticket), 1).getFirst();
		this.post.settled(ticket, 1);

		tell(hard(mail.messageId(), "Dora-%d@Example.org".formatted(ticket)));
		await().untilAsserted(
				() -> assertThat(this.post.states(ticket)).containsExactly("FAILED: Came back: " + UNKNOWN));
		await().until(() -> this.heard.of(NotificationFailed.class, ticket).size() == 1);
		assertThat(this.heard.of(NotificationFailed.class, ticket).getFirst())
				.satisfies(told -> assertThat(told.message()).isEqualTo(reply.message().id()))
				.satisfies(told -> assertThat(told.to()).isEqualTo(address(ticket)))
				.satisfies(told -> assertThat(told.reason()).endsWith(UNKNOWN));
		assertThat(this.mutes.of(address(ticket))).hasValueSatisfying(
				mute -> assertThat(mute.until()).isAfter(Instant.now().plus(Duration.ofDays(59))));

		this.post.tell(Tickets.closed(ticket, address(ticket), Tickets.ALICE));
		assertThat(this.post.settled(ticket, 2)).last().asString().startsWith("SUPPRESSED: Muted until ")
				.endsWith(UNKNOWN);
	}

	@Test
	void mailThatCameBackCanBeSentAgain() {
		var ticket = Post.newTicket();
		var messageId = sent(ticket);
		tell(hard(messageId, address(ticket)));
		await().until(() -> this.post.states(ticket).getFirst().startsWith("FAILED: "));
		var id = Api.json(this.root.get("/notifications?ticket=" + ticket)).at("/items/0/id").asString();
		assertThat(this.root.post("/notifications/" + id + "/retry", null)).hasStatusOk();
		assertThat(this.post.settled(ticket, 1)).containsExactly("SENT: ");
		assertThat(this.post.inbox(address(ticket), 2)).allSatisfy(
				mail -> assertThat(mail.messageId()).isEqualTo(messageId));
	}

	@Test
	void bounceThatIsNotForEverMutesNobody() {
		var ticket = Post.newTicket();
		tell(new Bounce(List.of(address(ticket)), List.of(), false, "failed", "5.2.2", null, sent(ticket)));
		await().untilAsserted(() -> assertThat(this.post.states(ticket)).containsExactly("FAILED: Came back: 5.2.2"));
		assertThat(this.mutes.of(address(ticket))).isEmpty();
	}

	@Test
	void onlyTheCopyThatCameBackHasFailed() {
		var ticket = Post.newTicket();
		var copied = "copy-%d@example.org".formatted(ticket);
		this.post.tell(Tickets.replied(ticket, address(ticket), "Hello.", null, List.of(copied), List.of()));
		this.post.settled(ticket, 2);
		tell(hard(this.post.inbox(copied, 1).getFirst().messageId(), copied));
		await().untilAsserted(() -> assertThat(this.post.states(ticket))
				.containsExactly("FAILED: Came back: " + UNKNOWN, "SENT: "));
		await().until(() -> this.heard.of(NotificationFailed.class, ticket).size() == 1);
		assertThat(this.heard.of(NotificationFailed.class, ticket).getFirst().to()).isEqualTo(copied);
	}

	@Test
	void mailThatWasForwardedFailsByTheAddressThatWeWroteTo() {
		var ticket = Post.newTicket();
		tell(new Bounce(List.of("dora@forwarded.example.net"), List.of("Dora-%d@Example.org".formatted(ticket)), false,
				"failed", "5.2.2", null, sent(ticket)));
		await().untilAsserted(() -> assertThat(this.post.states(ticket)).containsExactly("FAILED: Came back: 5.2.2"));
	}

	@Test
	void mailIsKnownByWhatItsReportAnswers() {
		fails((report, id) -> report.answering(id, List.of()));
		fails((report, id) -> report.answering(null, List.of("<first@example.org>", id)));
	}

	@Test
	void mailIsKnownByWhatTheTextOfItsReportQuotes() {
		fails((report, id) -> report.saying("It came back.\n\n> Message-ID: %s\n> To: you".formatted(id)));
	}

	@Test
	void mailIsKnownByTheAddressToAnswerToThatItsReportWasSentTo() {
		fails((report, id) -> report.sentTo(SIGNED.replyAddress(report.ticket(), address(report.ticket()),
				"support@frontdesk.test")));
	}

	@Test
	void onlyTheLastMailHasFailedIfTheReportNamesOnlyTheAddressToAnswerTo() {
		var ticket = Post.newTicket();
		sent(ticket);
		var last = Tickets.replied(ticket, address(ticket), "Still there?", null, List.of(), List.of());
		this.post.tell(last);
		this.post.settled(ticket, 2);
		this.post.tell(new Report(ticket).sentTo(SIGNED.replyAddress(ticket, address(ticket),
				"support@frontdesk.test")).mail());
		await().untilAsserted(() -> assertThat(this.heard.of(NotificationFailed.class, ticket))
				.extracting(NotificationFailed::message)
				.containsExactly(last.message().id()));
		assertThat(this.post.states(ticket)).containsExactly("FAILED: Came back: " + UNKNOWN, "SENT: ");
	}

	@Test
	void recipientWhomAReportLeavesOutIsKnownByTheMailThatWasForThemAlone() {
		fails((report, id) -> report.about(List.of()).answering(id, List.of()));
		fails((report, id) -> report.about(List.of("dora=example.org@mx.example.net")).answering(id, List.of())
				.saying("Nobody here is called " + address(report.ticket())));
	}

	@Test
	void addressToAnswerToOfAnotherRecipientChangesNothing() {
		var ticket = Post.newTicket();
		sent(ticket);
		this.post.tell(new Report(ticket)
				.sentTo(SIGNED.replyAddress(ticket, "somebody@example.org", "support@frontdesk.test"))
				.mail());
		this.post.tell(new Report(ticket).sentTo("support+%d-%s@frontdesk.test".formatted(ticket, "0".repeat(24)))
				.mail());
		assertUntouched(ticket);
	}

	@Test
	void bounceOfAnotherRecipientChangesNothing() {
		changesNothing(bounce -> hard(bounce.originalMessageId(), "somebody@example.org"));
	}

	@Test
	void bounceOfAMailThatIsNotOursChangesNothing() {
		changesNothing(bounce -> hard("<1234.5678@example.org>", bounce.recipients().getFirst()));
	}

	@Test
	void bounceWhoseMessageIdIsNotSignedByUsChangesNothing() {
		changesNothing(bounce -> hard(String.valueOf(bounce.originalMessageId()).replaceFirst("[0-9a-v]{16}@",
				"0123456789abcdef@"), bounce.recipients().getFirst()));
	}

	@Test
	void bounceOfAMailThatWeNeverSentChangesNothing() {
		changesNothing(bounce -> hard(
				SIGNED.messageId(SIGNED.inMessageId(String.valueOf(bounce.originalMessageId())).orElseThrow().ticket(),
						UUID.randomUUID(), bounce.recipients().getFirst(), "frontdesk.test"),
				bounce.recipients().getFirst()));
	}

	@Test
	void bounceThatNamesNoMailChangesNothing() {
		changesNothing(bounce -> hard(null, bounce.recipients().getFirst()));
	}

	@Test
	void mailThatIsOnlyLateHasNotFailed() {
		changesNothing(bounce -> new Bounce(bounce.recipients(), List.of(), false, "delayed", "4.4.1", null,
				bounce.originalMessageId()));
	}

	@Test
	void reportThatAPersonForwardsChangesNothing() {
		var ticket = Post.newTicket();
		var messageId = sent(ticket);
		this.post.tell(mail(Classification.PERSON, hard(messageId, address(ticket))));
		assertUntouched(ticket);
	}

	private void fails(BiFunction<Report, String, Report> naming) {
		var ticket = Post.newTicket();
		var messageId = sent(ticket);
		this.post.tell(naming.apply(new Report(ticket), messageId).mail());
		await().untilAsserted(
				() -> assertThat(this.post.states(ticket)).containsExactly("FAILED: Came back: " + UNKNOWN));
		assertThat(this.mutes.of(address(ticket))).isPresent();
	}

	private void changesNothing(UnaryOperator<Bounce> forgery) {
		var ticket = Post.newTicket();
		var messageId = sent(ticket);
		tell(forgery.apply(hard(messageId, address(ticket))));
		assertUntouched(ticket);
	}

	/** Bounces have one sender here, so they are taken one after the other: when a later one counts, all have been seen. */
	private void assertUntouched(long ticket) {
		var later = Post.newTicket();
		tell(hard(sent(later), address(later)));
		await().until(() -> this.post.states(later).getFirst().startsWith("FAILED: "));
		assertThat(this.post.states(ticket)).containsExactly("SENT: ");
		assertThat(this.mutes.of(address(ticket))).isEmpty();
		assertThat(this.heard.of(NotificationFailed.class, ticket)).isEmpty();
	}

	private String sent(long ticket) {
		this.post.tell(Tickets.replied(ticket, address(ticket), "Are you there?", null, List.of(), List.of()));
		var messageId = this.post.inbox(address(ticket), 1).getFirst().messageId();
		assertThat(this.post.settled(ticket, 1)).containsExactly("SENT: ");
		return messageId;
	}

	private void tell(Bounce bounce) {
		this.post.tell(mail(Classification.BOUNCE, bounce));
	}

	private static MailReceived mail(Classification classification, Bounce bounce) {
		return mail(classification, bounce, null, List.of(), "support@frontdesk.test", "");
	}

	private static MailReceived mail(Classification classification, Bounce bounce, @Nullable String inReplyTo,
			List<String> references, String to, String text) {
		return new MailReceived(UUID.randomUUID(), "support@frontdesk.test", Instant.EPOCH, "<dsn@example.org>",
				inReplyTo, references, Person.of("mailer-daemon@example.org", ""), List.of(to), List.of(), List.of(to),
				"Undelivered Mail Returned to Sender", text, text, null, List.of(), "blob", classification, false,
				bounce, List.of("It is a delivery report"), null, null, List.of(to));
	}

	/** A report that comes without the mail that it is about. */
	private record Report(long ticket, List<String> recipients, @Nullable String inReplyTo, List<String> references,
			String to, String text) {

		Report(long ticket) {
			this(ticket, List.of(address(ticket)), null, List.of(), "support@frontdesk.test", "");
		}

		Report about(List<String> others) {
			return new Report(this.ticket, others, this.inReplyTo, this.references, this.to, this.text);
		}

		Report answering(@Nullable String id, List<String> ids) {
			return new Report(this.ticket, this.recipients, id, ids, this.to, this.text);
		}

		Report sentTo(String address) {
			return new Report(this.ticket, this.recipients, this.inReplyTo, this.references, address, this.text);
		}

		Report saying(String words) {
			return new Report(this.ticket, this.recipients, this.inReplyTo, this.references, this.to, words);
		}

		MailReceived mail() {
			return BounceDeskIT.mail(Classification.BOUNCE,
					new Bounce(this.recipients, List.of(), true, "failed", "5.1.1", UNKNOWN, null), this.inReplyTo,
					this.references, this.to, this.text);
		}

	}

	private static Bounce hard(@Nullable String messageId, String recipient) {
		return new Bounce(List.of(recipient), List.of(), true, "failed", "5.1.1", UNKNOWN, messageId);
	}

	private static String address(long ticket) {
		return "dora-%d@example.org".formatted(ticket);
	}

}
