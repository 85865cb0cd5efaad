package io.frontdesk.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Heard;
import io.frontdesk.events.NotificationDelivered;
import io.frontdesk.events.Person;
import io.frontdesk.events.UserAddressAsked;
import io.frontdesk.events.reference.AddressProofs;
import io.frontdesk.identity.Callers;
import io.frontdesk.local.mail.ReceivedMail;
import io.frontdesk.notification.Api;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;

/** What is mailed when a user is to have another address. */
@NotificationServiceTest
class AddressMailIT {

	private static final AddressProofs PROOFS = new AddressProofs(NotificationServiceTest.KEY);

	private static final Person ALICE = Person.of("alice@frontdesk.test", "Alice Adams");

	private final UUID wish = UUID.randomUUID();

	private final String before = "before-%s@example.org".formatted(this.wish);

	private final String wanted = "wanted-%s@example.de".formatted(this.wish);

	private final Api root;

	private final Post post;

	private final Heard heard;

	@Autowired
	AddressMailIT(MockMvcTester mvc, Post post, Heard heard) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.post = post;
		this.heard = heard;
	}

	@Test
	void eachAddressGetsWhatProvesItAndNothingThatProvesTheOther() throws Exception {
		tell(true);
		var proof = mailTo(this.wanted);
		var change = mailTo(this.before);
		assertThat(proof.readable()).contains("/auth/address?proof=" + PROOFS.token(this.wish, this.wanted),
				"Alice Adams", "2120-01-02 03:04 UTC", "Guten Tag").doesNotContain(this.before, "Carol");
		assertThat(change.readable()).contains("/auth/address?proof=" + PROOFS.token(this.wish, this.before),
				"answer this mail", this.wanted);
		assertThat(proof.readable()).doesNotContain(PROOFS.token(this.wish, this.before));
	}

	@Test
	void whereNoConsentIsNeededTheAddressOfBeforeIsToldAndNoMore() throws Exception {
		tell(false);
		assertThat(mailTo(this.before).readable()).contains(this.wanted, "answer this mail")
				.doesNotContain("/auth/address");
	}

	@Test
	void nothingUsesUpTheWarning() {
		for (var i = 0; i < 35; i++) {
			this.post.tell(asked(UUID.randomUUID(), i + "-" + this.wanted, false));
		}
		assertThat(this.post.inbox(this.before, 35)).hasSize(35);
	}

	@Test
	void whoMayReadNotificationsProvesNothingByThem() {
		tell(true);
		mailTo(this.wanted);
		var shown = Api.json(this.root.get("/notifications?to=" + this.wanted)).get("items").get(0);
		assertThat(shown.get("ticketId").isNull()).isTrue();
		assertThat(shown.get("message").isNull()).isTrue();
		var whole = new String(this.root.get("/notifications/" + shown.get("id").asString()).getResponse()
				.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
		assertThat(whole).contains("/auth/address?proof=" + this.wish)
				.doesNotContain(PROOFS.token(this.wish, this.wanted).substring(37));
	}

	@Test
	void eventThatIsToldAgainIsNoSecondMailAndNoEventOfATicket() {
		tell(true);
		mailTo(this.wanted);
		tell(true);
		this.post.tell(asked(UUID.randomUUID(), "other-" + this.wanted, true));
		mailTo("other-" + this.wanted);
		assertThat(this.post.inbox(this.wanted)).hasSize(1);
		assertThat(this.heard.of(NotificationDelivered.class, "0")).isEmpty();
	}

	@Test
	void nobodyChangesWhatTheseMailsSay() {
		for (var key : List.of("address-proof", "address-change")) {
			assertThat(this.root.get("/templates/" + key)).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(this.root.put("/templates/" + key, "{\"subject\": \"Win\", \"text\": \"{{link}}\"}"))
					.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.root.get("/templates")).bodyJson().extractingPath("$.items[*].key").asArray()
				.doesNotContain("address-proof", "address-change");
	}

	private void tell(boolean needsConsent) {
		this.post.tell(asked(this.wish, this.wanted, needsConsent));
	}

	private UserAddressAsked asked(UUID id, String address, boolean needsConsent) {
		return new UserAddressAsked(id, Person.of(this.before, "Carol Client"), address, ALICE,
				Instant.parse("2120-01-02T03:04:05Z"), needsConsent);
	}

	private ReceivedMail mailTo(String address) {
		return this.post.inbox(address, 1).getFirst();
	}

}
