package io.frontdesk.notification.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.TicketEvent;
import io.frontdesk.identity.Callers;
import io.frontdesk.notification.Api;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.Tickets;
import io.frontdesk.notification.muting.Mutes;
import io.frontdesk.notification.proof.Doorkeeper;
import io.frontdesk.notification.writing.MailWriter;

@NotificationServiceTest
class SuppressionIT {

	private final Suppression suppression;

	private final MailWriter writer;

	private final Doorkeeper doorkeeper;

	private final Mutes mutes;

	private final Post post;

	private final Api root;

	@Autowired
	SuppressionIT(Suppression suppression, MailWriter writer, Doorkeeper doorkeeper, Mutes mutes, Post post,
			MockMvcTester mvc) {
		this.suppression = suppression;
		this.writer = writer;
		this.doorkeeper = doorkeeper;
		this.mutes = mutes;
		this.post = post;
		this.root = new Api(mvc, Callers.superAdmin());
	}

	private @Nullable String reason(TicketEvent event) {
		var standing = this.doorkeeper.standing(event);
		return this.suppression.of(this.writer.write(event, standing).getFirst(), event, standing);
	}

	@ParameterizedTest
	@EnumSource(value = Classification.class, names = "PERSON", mode = EnumSource.Mode.EXCLUDE)
	void machinesGetNoAnswerAndNobodyIsToldOfTheirs(Classification machine) {
		assertThat(reason(Tickets.created(Post.newTicket(), "dora@example.org"))).isNull();
		assertThat(reason(Tickets.created(Post.newTicket(), "dora@example.org", machine)))
				.startsWith("No person wrote the mail");
		assertThat(reason(Tickets.wrote(Post.newTicket(), "dora@example.org", Tickets.ALICE, "Away.", machine)))
				.startsWith("No person wrote the mail");
	}

	@Test
	void whoAsksForNoAutomaticAnswerGetsNoneButIsTreatedAsAPersonElse() {
		var ticket = Post.newTicket();
		var client = "quiet-%d@example.org".formatted(ticket);
		var created = Tickets.createdInSilence(ticket, client, "Precedence: bulk");
		assertThat(reason(created)).isEqualTo("The mail asks for no automatic answer: Precedence: bulk");
		this.post.tell(created);
		assertThat(this.post.settled(ticket, 1))
				.containsExactly("SUPPRESSED: The mail asks for no automatic answer: Precedence: bulk");
		assertThat(reason(Tickets.closed(ticket, client, Tickets.ALICE))).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			CLIENT | true  |
			NOTE   | true  |
			CLIENT | false | Whoever raised the ticket wanted no confirmation
			NOTE   | false | Whoever raised the ticket wanted no confirmation
			REPLY  | true  | The reply that the ticket begins with tells of it
			REPLY  | false | The reply that the ticket begins with tells of it
			""")
	void whoRaisesATicketSaysWhetherItIsConfirmed(MessageKind from, boolean confirm, @Nullable String reason) {
		var ticket = Post.newTicket();
		var client = "called-%d@example.org".formatted(ticket);
		this.post.tell(Tickets.raisedFor(ticket, client, from, confirm));
		assertThat(this.post.settled(ticket, 1))
				.containsExactly((reason != null) ? "SUPPRESSED: " + reason : "SENT: ");
		assertThat(this.post.inbox(client)).hasSize((reason != null) ? 0 : 1);
	}

	@Test
	void ticketOfAMachineIsSilentUntilAPersonWritesInIt() {
		var ticket = Post.newTicket();
		var machine = "machine-%d@example.org".formatted(ticket);
		this.post.tell(Tickets.created(ticket, machine, Classification.LIST));
		this.post.settled(ticket, 1);
		assertThat(reason(Tickets.closed(ticket, machine, Tickets.ALICE)))
				.isEqualTo("No person has written in this ticket yet");
		this.suppression.note(Tickets.wrote(ticket, machine, Tickets.ALICE, "Again.", Classification.LIST));
		assertThat(reason(Tickets.closed(ticket, machine, Tickets.ALICE))).isNotNull();
		assertThat(reason(Tickets.assigned(ticket, machine, Tickets.ALICE, Person.of("root@frontdesk.test", ""))))
				.isNull();
		assertThat(reason(Tickets.replied(ticket, machine, "Hello.", null, List.of(), List.of()))).isNull();
		this.suppression.note(Tickets.wrote(ticket, machine, Tickets.ALICE, "It is me.", Classification.PERSON));
		assertThat(reason(Tickets.closed(ticket, machine, Tickets.ALICE))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = {"no-reply@example.org", "noreply+17@example.org", "Do-Not-Reply@example.org",
			"MAILER-DAEMON@example.org", "postmaster@example.org", "abuse@example.org", "root@example.org",
			"noreply2@example.org", "calendar-noreply@example.org", "bounces+a=b.org@example.org",
			"owner-list@example.org", "list-request@example.org", "list-bounces@example.org"})
	void addressesThatNobodyReadsGetNoAutomaticMail(String address) {
		assertThat(reason(Tickets.created(Post.newTicket(), address))).startsWith("Nobody reads mail to");
		assertThat(reason(Tickets.closed(Post.newTicket(), address, Tickets.ALICE))).startsWith("Nobody reads mail to");
		assertThat(reason(reply(address))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = {"rooter@example.org", "abuser@example.org", "noemi@example.org", "request@example.org",
			"support@example.org", "postmasters@example.org"})
	void personsGetTheirs(String address) {
		assertThat(reason(Tickets.created(Post.newTicket(), address))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = {"support@frontdesk.test", "Support+2233444-aa@frontdesk.test", "help@frontdesk.test"})
	void weDoNotWriteToOurselves(String address) {
		assertThat(reason(Tickets.created(Post.newTicket(), address))).startsWith("We are ");
		assertThat(reason(reply(address))).startsWith("We are ");
	}

	private static TicketEvent reply(String address) {
		return Tickets.replied(Post.newTicket(), address, "Hello.", null, List.of(), List.of());
	}

	@Test
	void whoChangesTheStatusIsNotToldOfIt() {
		assertThat(reason(Tickets.closed(Post.newTicket(), "dora@example.org", Tickets.ALICE))).isNull();
		assertThat(reason(Tickets.closed(Post.newTicket(), "dora@example.org", Person.of("dora@example.org", ""))))
				.isEqualTo("The recipient changed the status");
	}

	@Test
	void mutedAddressGetsWhatAPersonWroteUntilTheMuteIsLifted() {
		this.mutes.mute("Gone@Example.org", "550 5.1.1", Instant.now().plus(Duration.ofDays(1)));
		assertThat(reason(Tickets.created(Post.newTicket(), "gone@example.org"))).startsWith("Muted until ")
				.endsWith(": 550 5.1.1");
		assertThat(reason(reply("gone@example.org"))).isNull();
		assertThat(Api.json(this.root.get("/notifications/mutes")).at("/items").valueStream()
				.map(mute -> mute.get("address").asString())).contains("gone@example.org");
		assertThat(this.root.delete("/notifications/mutes/gone@example.org")).hasStatus(204);
		assertThat(this.root.delete("/notifications/mutes/gone@example.org")).hasStatus(404);
		assertThat(reason(Tickets.created(Post.newTicket(), "gone@example.org"))).isNull();
	}

	@Test
	void muteEnds() {
		this.mutes.mute("back@example.org", "550 5.1.1", Instant.now().minusSeconds(1));
		assertThat(reason(Tickets.created(Post.newTicket(), "back@example.org"))).isNull();
	}

	@Test
	void addressThatTheServerDoesNotKnowIsMuted() {
		var ticket = Post.newTicket();
		var address = "mute-%d@refused.frontdesk.test".formatted(ticket);
		this.post.tell(Tickets.created(ticket, address));
		this.post.settled(ticket, 1);
		assertThat(this.mutes.of(address)).hasValueSatisfying(
				mute -> assertThat(mute.until()).isAfter(Instant.now().plus(Duration.ofDays(59))));
		this.post.tell(Tickets.closed(ticket, address, Tickets.ALICE));
		assertThat(this.post.settled(ticket, 2)).satisfiesExactly(first -> assertThat(first).startsWith("FAILED: 550"),
				second -> assertThat(second).startsWith("SUPPRESSED: Muted until "));
	}

	@Test
	void twoSystemsThatAnswerEachOtherWithNewTicketsAreStopped() {
		var tickets = IntStream.range(0, 40).mapToObj(_ -> Post.newTicket()).toList();
		tickets.forEach(ticket -> this.post.tell(Tickets.created(ticket, "other-desk@example.org")));
		var states = tickets.stream().flatMap(ticket -> this.post.settled(ticket, 1).stream()).toList();
		assertThat(states).filteredOn("SENT: "::equals).hasSize(30);
		assertThat(states).filteredOn(state -> !state.equals("SENT: "))
				.allSatisfy(state -> assertThat(state).isEqualTo("SUPPRESSED: Too many automatic mails "
						+ "(address other-desk@example.org): 30 at once, then 36 an hour"));
		assertThat(this.post.inbox("other-desk@example.org")).hasSize(30);
	}

	@Test
	void oneTicketWritesSoMuchAndNoMore() {
		var ticket = Post.newTicket();
		var reasons = IntStream.range(0, 15).mapToObj(_ -> reason(
				Tickets.wrote(ticket, "dora@example.org", Tickets.ALICE, "Again.", Classification.PERSON)));
		assertThat(reasons).filteredOn(reason -> reason == null).hasSize(10);
	}

}
