package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** From the wish for another address to the mail that goes there. */
class AddressChangeIT {

	private static final Pattern LINK = Pattern.compile("http://\\S+/auth/address\\?proof=\\S+");

	private final Api root = Frontdesk.root();

	private final Accounts accounts = new Accounts();

	private final String before = "before-%s@example.org".formatted(UUID.randomUUID());

	private final String after = "after-%s@example.org".formatted(UUID.randomUUID());

	@Test
	void addressCountsOnceItsOwnerPressedTheButtonAndMailFromBothIsOfOnePerson() {
		Frontdesk.mail(this.before, "Moving house", "My address will change.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail(this.before, _ -> true));
		var id = this.root.found("/api/v1/tickets/" + ticket).at("/requester/id").asString();
		var user = "/api/v1/users/" + id;
		var admin = Frontdesk.api(this.accounts.create("address-admin@frontdesk.test",
				List.of("admin", "user:read", "user:write")));
		wish(admin, user);
		var links = List.of(linkIn(this.after), linkIn(this.before));
		for (var link : links) {
			assertThat(open(link)).contains("<button", "Confirm");
			assertThat(emailOf(user)).isEqualTo(this.before);
		}
		assertThat(press(links.getFirst())).contains("The other address was sent a mail, too");
		assertThat(emailOf(user)).as("an admin may well own the new one").isEqualTo(this.before);
		assertThat(press(links.getLast())).contains("The address is changed");
		assertThat(emailOf(user)).isEqualTo(this.after);
		assertThat(press(links.getFirst())).contains("The link does not work any more");
		await().atMost(Frontdesk.PATIENCE)
				.until(() -> this.root.found("/api/v1/tickets/" + ticket).at("/requester/email").asString(),
						this.after::equals);
		for (var from : List.of(this.before, this.after)) {
			Frontdesk.mail(from, "From " + from, "The same person.");
			await().atMost(Frontdesk.PATIENCE)
					.untilAsserted(() -> assertThat(this.root.all("/api/v1/tickets?requester=" + id))
							.extracting(of -> of.get("subject").asString()).contains("From " + from));
		}
		var latest = this.root.all("/api/v1/tickets?requester=" + id)
				.stream()
				.filter(it -> it.get("subject").asString().equals("From " + this.before))
				.map(it -> it.get("id").asString())
				.findFirst()
				.orElseThrow();
		Frontdesk.awaitMail(this.after, mail -> mail.subject().contains("[#" + latest + "]"));
	}

	private void wish(Api as, String user) {
		var wished = as.patch(user, "{\"email\": \"%s\"}".formatted(this.after));
		assertThat(wished.status()).isEqualTo(200);
		assertThat(wished.json().get("email").asString()).isEqualTo(this.before);
		assertThat(wished.json().get("pendingEmail").asString()).isEqualTo(this.after);
	}

	private String emailOf(String user) {
		return this.root.get(user).json().get("email").asString();
	}

	private static String linkIn(String inbox) {
		var mail = Frontdesk.awaitMail(inbox, it -> LINK.matcher(it.readable()).find());
		var link = LINK.matcher(mail.readable());
		assertThat(link.find()).isTrue();
		return link.group();
	}

	private static String open(String link) {
		return Api.send(HttpRequest.newBuilder(URI.create(link)).header("Accept", "text/html")).response().body();
	}

	private static String press(String link) {
		var parts = link.split("\\?");
		return Api.send(HttpRequest.newBuilder(URI.create(parts[0])).header("Accept", "text/html")
				.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(parts[1])))
				.response().body();
	}

}
