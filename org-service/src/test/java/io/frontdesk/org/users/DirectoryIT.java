package io.frontdesk.org.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Person;
import io.frontdesk.events.Topics;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.local.testing.RealServers;

@SpringBootTest
@AutoConfigureMockMvc
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA})
@Import(DirectoryIT.Subscriber.class)
class DirectoryIT {

	private final Directory directory;

	private final MockMvcTester api;

	private final Subscriber subscriber;

	@Autowired
	DirectoryIT(Directory directory, MockMvcTester api, Subscriber subscriber) {
		this.directory = directory;
		this.api = api;
		this.subscriber = subscriber;
	}

	@Test
	void senderBecomesAUserOnceAndKeepsTheFirstName() {
		this.directory.meetSender(Person.of("dora@example.org", ""));
		this.directory.meetSender(Person.of("dora@example.org", "Dora Example"));
		this.directory.meetSender(Person.of("dora@example.org", "Mallory Other"));
		await().atMost(Duration.ofMinutes(1)).until(() -> this.subscriber.of("dora@example.org").size() == 2);
		assertThat(this.subscriber.of("dora@example.org")).extracting(UserChanged::lastName).containsExactly("",
				"Example");
		assertThat(this.subscriber.of("dora@example.org")).extracting(UserChanged::id)
				.containsOnly(Person.idOf("dora@example.org"));
	}

	@Test
	void whoAsksWhoTheyAreIsKnownFromThenOn() {
		assertThat(this.api.perform(get("/api/v1/me").with(Callers.admin(Features.USER_READ)))).hasStatusOk().bodyJson()
				.hasPathSatisfying("$.role", role -> role.assertThat().isEqualTo("admin"))
				.hasPathSatisfying("$.features",
						features -> features.assertThat().asArray().containsExactly("user:read"));
		await().atMost(Duration.ofMinutes(1)).until(() -> this.subscriber.of("alice@frontdesk.test").size() == 1);
		assertThat(this.subscriber.of("alice@frontdesk.test").getFirst().staff()).isTrue();
		assertThat(this.api.perform(get("/api/v1/users").with(Callers.admin(Features.USER_READ)))).hasStatusOk()
				.bodyText()
				.contains("alice@frontdesk.test");
	}

	@Test
	void directoryIsForStaffWithTheFeature() {
		assertThat(this.api.perform(get("/api/v1/users").with(Callers.admin()))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.api.perform(get("/api/v1/users").with(Callers.client("carol@example.com"))))
				.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.api.perform(get("/api/v1/users"))).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.api.perform(get("/api/v1/me"))).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	static class Subscriber {

		private final List<UserChanged> changes = new CopyOnWriteArrayList<>();

		@KafkaListener(topics = Topics.USER_CHANGED, groupId = "directory-it")
		void on(UserChanged user) {
			this.changes.add(user);
		}

		List<UserChanged> of(String email) {
			return this.changes.stream().filter(user -> user.email().equals(email)).toList();
		}

	}

}
