package io.frontdesk.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Heard;
import io.frontdesk.events.NotificationDelivered;
import io.frontdesk.events.NotificationFailed;
import io.frontdesk.identity.Callers;
import io.frontdesk.notification.Api;
import io.frontdesk.notification.Cable;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.Tickets;

@NotificationServiceTest
class SmtpFaultsIT {

	private final Post post;

	private final Heard heard;

	private final JavaMailSenderImpl sender;

	private final Api root;

	private final int port;

	private Cable cable;

	@Autowired
	SmtpFaultsIT(Post post, Heard heard, JavaMailSenderImpl sender, MockMvcTester mvc) {
		this.post = post;
		this.heard = heard;
		this.sender = sender;
		this.root = new Api(mvc, Callers.superAdmin());
		this.port = sender.getPort();
	}

	@BeforeEach
	void lay() throws Exception {
		this.cable = new Cable(this.port);
		this.sender.setPort(this.cable.port());
	}

	@AfterEach
	void remove() throws Exception {
		this.sender.setPort(this.port);
		this.cable.close();
	}

	@Test
	void mailsWaitWhileTheServerIsAwayAndAreThenSentOnce() {
		var tickets = tickets(20);
		this.cable.cut();
		tickets.forEach(ticket -> this.post.tell(Tickets.created(ticket, address(ticket))));
		await().atMost(Duration.ofMinutes(1)).until(() -> tickets.stream().allMatch(this::isExplained));
		assertThat(tickets.stream().mapToInt(this::attempts).sum()).isZero();
		assertThat(this.cable.connections()).isZero();
		this.cable.mend();
		tickets.forEach(ticket -> assertThat(this.post.settled(ticket, 1)).containsExactly("SENT: "));
		tickets.forEach(ticket -> assertThat(this.post.inbox(address(ticket))).hasSize(1));
	}

	@Test
	void mailThatNobodyTakesForDaysIsGivenUp() {
		var ticket = Post.newTicket();
		this.cable.cut();
		this.post.tell(Tickets.created(ticket, address(ticket)));
		await().until(() -> isExplained(ticket));
		this.post.age(ticket, Duration.ofDays(5));
		this.post.hurry(ticket);
		assertThat(this.post.settled(ticket, 1)).singleElement().asString()
				.startsWith("FAILED: Given up after 120 hours: ");
		await().until(() -> this.heard.of(NotificationFailed.class, ticket).size() == 1);
	}

	/** By the API, as it may be another mail that was tried. */
	private boolean isExplained(long ticket) {
		var items = Api.json(this.root.get("/notifications?ticket=" + ticket)).get("items");
		return items.size() == 1 && items.get(0).get("state").asString().equals("pending")
				&& items.get(0).get("reason").asString("").contains("The mail server 127.0.0.1:");
	}

	@Test
	void manyMailsShareAFewConnections() {
		var tickets = tickets(40);
		tickets.forEach(ticket -> this.post.tell(Tickets.created(ticket, address(ticket))));
		tickets.forEach(ticket -> this.post.settled(ticket, 1));
		assertThat(this.cable.connections()).isBetween(1, 8);
	}

	@Test
	void connectionThatTheServerClosedIsReplacedAtOnce() {
		var tickets = tickets(10);
		for (var ticket : tickets) {
			this.post.tell(Tickets.created(ticket, address(ticket)));
			assertThat(this.post.settled(ticket, 1)).containsExactly("SENT: ");
			this.cable.hangUp();
		}
		assertThat(this.cable.connections()).isGreaterThanOrEqualTo(10);
		tickets.forEach(ticket -> assertThat(attempts(ticket)).isEqualTo(1));
	}

	@Test
	void serverThatComesAndGoesGetsEveryMailAndNoneByTwoNames() {
		var tickets = tickets(60);
		for (var i = 0; i < tickets.size(); i++) {
			this.post.tell(Tickets.created(tickets.get(i), address(tickets.get(i))));
			if (i % 20 == 10) {
				this.cable.cut();
			} else if (i % 20 == 19) {
				this.cable.mend();
			}
		}
		await().atMost(Duration.ofMinutes(1)).until(() -> {
			tickets.forEach(this.post::hurry);
			return tickets.stream().allMatch(ticket -> this.post.states(ticket).contains("SENT: "));
		});
		tickets.forEach(ticket -> assertThat(
				this.post.inbox(address(ticket)).stream().map(mail -> mail.messageId()).distinct()).hasSize(1));
	}

	@Test
	void refusedMailIsShownAndCanBeSentAgainOnceTheCauseIsGone() {
		var ticket = Post.newTicket();
		var address = "dora-%d@refused.frontdesk.test".formatted(ticket);
		var event = Tickets.replied(ticket, address, "Are you there?", null, List.of(), List.of());
		this.post.tell(event);
		assertThat(this.post.settled(ticket, 1)).singleElement().asString().startsWith("FAILED: 550 5.1.1");
		await().until(() -> this.heard.of(NotificationFailed.class, ticket).size() == 1);
		assertThat(this.heard.of(NotificationFailed.class, ticket).getFirst().message())
				.isEqualTo(event.message().id());

		var id = notification(ticket);
		var again = this.root.post("/notifications/" + id + "/retry", null);
		assertThat(again).hasStatusOk();
		this.post.settled(ticket, 1);
		await().until(() -> this.heard.of(NotificationFailed.class, ticket).size() == 2);

		this.post.inbox(address);
		assertThat(this.root.post("/notifications/" + id + "/retry", null)).hasStatusOk();
		var mail = this.post.inbox(address, 1).getFirst();
		assertThat(this.post.settled(ticket, 1)).containsExactly("SENT: ");
		assertThat(mail.messageId()).isEqualTo(Api.json(again).get("messageId").asString());
		await().until(() -> this.heard.of(NotificationDelivered.class, ticket).size() == 1);
		assertThat(attempts(ticket)).isEqualTo(3);
		assertThat(this.root.post("/notifications/" + id + "/retry", null)).hasStatus(409);
	}

	private String notification(long ticket) {
		return Api.json(this.root.get("/notifications?ticket=" + ticket)).at("/items/0/id").asString();
	}

	private int attempts(long ticket) {
		return Api.json(this.root.get("/notifications?ticket=" + ticket)).at("/items/0/attempts").asInt();
	}

	private static List<Long> tickets(int many) {
		return IntStream.range(0, many).mapToObj(_ -> Post.newTicket()).toList();
	}

	private static String address(long ticket) {
		return "faults-%d@example.org".formatted(ticket);
	}

}
