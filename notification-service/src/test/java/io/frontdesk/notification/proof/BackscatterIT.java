package io.frontdesk.notification.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.local.mail.ReceivedMail;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.Tickets;

/** Somebody writes to us in the name of others, so that we write to them. The limits are those that we come with. */
@NotificationServiceTest
@TestPropertySource(properties = {"frontdesk.suppression.limits.new.burst=100",
		"frontdesk.suppression.limits.new.per-hour=200", "frontdesk.suppression.limits.new-domain.burst=20",
		"frontdesk.suppression.limits.new-domain.per-hour=40"})
class BackscatterIT {

	/** What the attacker wrote: subject, body and the name in From. */
	private static final List<String> WORDS = List.of("Printer on fire", "It smokes.", "Cheap");

	private final Post post;

	private final JdbcClient jdbc;

	private final Doorkeeper doorkeeper;

	@Autowired
	BackscatterIT(Post post, JdbcClient jdbc, Doorkeeper doorkeeper) {
		this.post = post;
		this.jdbc = jdbc;
		this.doorkeeper = doorkeeper;
	}

	@BeforeEach
	@AfterEach
	void forgetWhatWasTaken() {
		this.jdbc.sql("delete from mail_allowance").update();
	}

	@Test
	void sixtyVictimsAtOneProviderDrawFewRepliesAndNoWordOfTheAttackers() {
		var states = forge(60, "victim-%d@victims.example"::formatted);
		assertThat(states).filteredOn("SENT: "::equals).hasSize(20);
		assertThat(states).filteredOn(state -> !state.equals("SENT: ")).hasSize(40).containsOnly(
				"SUPPRESSED: Too many automatic mails (new addresses at victims.example): 20 at once, then 40 an hour");
		var mails = IntStream.range(0, 60)
				.mapToObj("victim-%d@victims.example"::formatted)
				.flatMap(victim -> this.post.inbox(victim).stream())
				.toList();
		assertThat(mails).hasSize(20).allSatisfy(this::hasNoWordOfTheSenders);
	}

	@Test
	void victimsAtManyProvidersDrawNoMoreThanAllNewAddressesMay() {
		var states = forge(110, "victim@provider-%d.example"::formatted);
		assertThat(states).filteredOn("SENT: "::equals).hasSize(100);
		assertThat(states).filteredOn(state -> !state.equals("SENT: "))
				.containsOnly("SUPPRESSED: Too many automatic mails (new addresses): 100 at once, then 200 an hour");
	}

	private List<String> forge(int mails, IntFunction<String> victim) {
		var tickets = Stream.generate(Post::newTicket).limit(mails).toList();
		IntStream.range(0, mails)
				.forEach(i -> this.post.tell(Tickets.created(tickets.get(i), victim.apply(i), "Cheap Pills")));
		return tickets.stream().flatMap(ticket -> this.post.settled(ticket, 1).stream()).toList();
	}

	@Test
	void whoIsProvenIsAnsweredHoweverManyTheyAre() {
		var tickets = Stream.generate(Post::newTicket).limit(30).toList();
		tickets.forEach(ticket -> this.post
				.tell(Tickets.created(ticket, "new-%d@busy.example".formatted(ticket), Proof.PROVEN)));
		assertThat(tickets.stream().flatMap(ticket -> this.post.settled(ticket, 1).stream())).containsOnly("SENT: ");
		assertThat(this.post.inbox("new-%d@busy.example".formatted(tickets.getFirst())).getFirst().subject())
				.isEqualTo("Re: Printer on fire [#%d]".formatted(tickets.getFirst()));
	}

	@Test
	void ticketWhoseOpeningWeHaveNotHeardOfYetIsNotProven() {
		var ticket = Post.newTicket();
		var address = "early-%d@example.org".formatted(ticket);
		this.post.tell(Tickets.closed(ticket, address, Tickets.ALICE));
		assertThat(this.post.inbox(address, 1)).allSatisfy(this::hasNoWordOfTheSenders);
	}

	@Test
	void answerToAnUnprovenMailIsThreadedBelowIt() {
		var ticket = Post.newTicket();
		var address = "threaded-%d@example.org".formatted(ticket);
		this.post.tell(Tickets.created(ticket, address));
		var mail = this.post.inbox(address, 1).getFirst();
		assertThat(mail.subject()).isEqualTo("Your request [#%d]".formatted(ticket));
		assertThat(mail.header("In-Reply-To")).contains("<first-%d@example.org>".formatted(ticket));
		assertThat(mail.text()).contains("your ticket id is " + ticket);
	}

	@Test
	void ticketThatSomebodyLoggedInRaisedIsAnsweredInItsWords() {
		var ticket = Post.newTicket();
		var address = "portal-%d@example.de".formatted(ticket);
		this.post.tell(Tickets.raised(ticket, address));
		assertThat(this.post.inbox(address, 1).getFirst().subject()).contains("Printer on fire");
		assertThat(this.doorkeeper.isKnown(address)).isTrue();
	}

	@Test
	void mailThatTheServerFoundForgedOrSomebodyFoundSpamIsNotAnswered() {
		var forged = Post.newTicket();
		var spam = Post.newTicket();
		var address = "victim-%d@example.org".formatted(forged);
		this.post.tell(Tickets.created(forged, address, Proof.FAILED), Tickets.createdBySpam(spam, address));
		this.post.settled(forged, 1);
		this.post.tell(Tickets.closed(forged, address, Tickets.ALICE));
		assertThat(this.post.settled(forged, 2)).containsOnly("SUPPRESSED: The mail that opened the ticket is not from "
				+ "whom it says: SPF, DKIM or DMARC failed at our mail server");
		assertThat(this.post.settled(spam, 1))
				.containsExactly("SUPPRESSED: The mail that opened the ticket is marked as spam");
		assertThat(this.post.inbox(address)).isEmpty();
	}

	@Test
	void victimIsToldOfNoWordWhenStaffCloseTheTicket() {
		var ticket = Post.newTicket();
		var address = "closed-%d@example.org".formatted(ticket);
		this.post.tell(Tickets.created(ticket, address, "Cheap Pills"), Tickets.closed(ticket, address, Tickets.ALICE));
		assertThat(this.post.inbox(address, 2)).allSatisfy(this::hasNoWordOfTheSenders)
				.anySatisfy(mail -> assertThat(mail.text()).contains("ticket %d is now closed".formatted(ticket)));
	}

	@Test
	void afterStaffHaveWrittenToThemOrTheyAnsweredUsMailsSpeakAsUsual() {
		var replied = Post.newTicket();
		var answered = Post.newTicket();
		var first = "replied-%d@example.org".formatted(replied);
		var second = "answered-%d@example.org".formatted(answered);
		this.post.tell(Tickets.created(replied, first), Tickets.created(answered, second));
		this.post.settled(replied, 1);
		this.post.settled(answered, 1);
		assertThat(this.doorkeeper.isKnown(second)).isFalse();
		this.post.tell(Tickets.replied(replied, first, "Hello.", null, List.of(), List.of()));
		this.post.settled(replied, 2);
		this.post.tell(Tickets.wrote(answered, second, Tickets.ALICE, "Away.", Classification.AUTO_REPLY));
		this.post.tell(Tickets.closed(replied, first, Tickets.ALICE));
		assertThat(subjects(first, 3)).containsOnlyOnce("Your request [#%d]".formatted(replied));
		this.post.settled(answered, 2);
		assertThat(this.doorkeeper.isKnown(second)).isFalse();
		this.post.tell(Tickets.wrote(answered, second, Tickets.ALICE, "Still broken.", Classification.PERSON));
		await().atMost(Duration.ofMinutes(1)).until(() -> this.doorkeeper.isKnown(second));
		this.post.tell(Tickets.closed(answered, second, Tickets.ALICE));
		assertThat(subjects(second, 2)).containsExactlyInAnyOrder("Your request [#%d]".formatted(answered),
				"Re: Printer on fire [#%d]".formatted(answered));
	}

	@Test
	void answerInSomebodysNameToAMailOfOursToAnotherProvesNothing() {
		var ticket = Post.newTicket();
		var address = "forged-%d@example.org".formatted(ticket);
		this.post.tell(Tickets.created(ticket, address, "Cheap Pills"));
		this.post.settled(ticket, 1);
		this.post.tell(Tickets.wroteUnverified(ticket, address, Tickets.ALICE, "Cheap Pills"));
		this.post.settled(ticket, 2);
		this.post.tell(Tickets.closed(ticket, address, Tickets.ALICE));
		assertThat(this.post.inbox(address, 2)).allSatisfy(this::hasNoWordOfTheSenders);
		assertThat(this.doorkeeper.isKnown(address)).isFalse();
	}

	private List<String> subjects(String address, int mails) {
		return this.post.inbox(address, mails).stream().map(ReceivedMail::subject).toList();
	}

	private void hasNoWordOfTheSenders(ReceivedMail mail) {
		assertThat(mail.subject()).startsWith("Your request [#");
		assertThat(mail.toString()).doesNotContain(WORDS);
		var html = this.jdbc.sql("select html from delivery where message_id = ?")
				.param(mail.messageId())
				.query(String.class)
				.single();
		assertThat(html).contains("<html").doesNotContain(WORDS);
	}

}
