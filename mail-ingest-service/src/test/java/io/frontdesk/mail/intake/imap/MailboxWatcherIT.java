package io.frontdesk.mail.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.frontdesk.local.mail.Letter;
import io.frontdesk.local.mail.MailClient;
import io.frontdesk.local.mail.ReceivedMail;
import io.frontdesk.local.testing.RealServers;
import io.frontdesk.mail.ReceivedMails;
import io.frontdesk.mail.intake.IntakeSettings.Mailbox;

/** Watchers of mailboxes on a real mail server, with a gate in between that makes trouble. */
@SpringBootTest(properties = "frontdesk.blobs.directory=target/test-blobs")
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA, RealServers.Kind.MAIL})
@Import(ReceivedMails.class)
class MailboxWatcherIT {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final MailClient client;

	private final JdbcClient jdbc;

	private final ReceivedMails received;

	private final Watchers watchers;

	private final ImapGate gate;

	@Autowired
	MailboxWatcherIT(MailClient client, JdbcClient jdbc, ReceivedMails received, ApplicationContext context)
			throws IOException {
		this.client = client;
		this.jdbc = jdbc;
		this.received = received;
		this.watchers = new Watchers(context, Duration.ofSeconds(2));
		this.gate = new ImapGate(client.imapPort());
	}

	@AfterEach
	void stop() throws Exception {
		this.gate.close();
		this.watchers.stop();
	}

	@Test
	void brokenConnectionIsMadeAgainAndToldOfMeanwhile() throws Exception {
		watch("reconnect@frontdesk.test", "INBOX", null);
		tellsOf("reconnect@frontdesk.test", "before");
		this.gate.cut();
		tellsOf("reconnect@frontdesk.test", "after the cut");
		this.gate.shut();
		await().atMost(PATIENCE).until(() -> error("reconnect@frontdesk.test").isPresent());
		assertThat(error("reconnect@frontdesk.test").orElseThrow())
				.startsWith("The connection to 127.0.0.1:%d broke".formatted(this.gate.port()));
		this.gate.open();
		tellsOf("reconnect@frontdesk.test", "after the outage");
		await().atMost(PATIENCE).until(() -> error("reconnect@frontdesk.test").isEmpty());
	}

	@Test
	void folderThatIsMissingIsNamedAndReadOnceItIsThere() throws Exception {
		watch("folder@frontdesk.test", "Team", null);
		await().atMost(PATIENCE).until(() -> error("folder@frontdesk.test").isPresent());
		assertThat(error("folder@frontdesk.test").orElseThrow())
				.startsWith("There is no folder Team on the server. Make");
		var id = this.client.send(Letter.of("dora@example.org", "folder@frontdesk.test", "Printer", "It smokes."));
		withStore("folder@frontdesk.test", store -> fill(store, "Team"));
		await().atMost(PATIENCE).until(() -> this.received.of(id).size() == 1);
		await().atMost(PATIENCE).until(() -> error("folder@frontdesk.test").isEmpty());
	}

	@Test
	void mailOfAFolderThatWasMadeAnewIsTakenAndKnownAgain() throws Exception {
		var letter = new Letter("dora@example.org", "anew@frontdesk.test", "Printer", "It smokes.", List.of(),
				Optional.of("<anew@example.org>"), Optional.empty(), List.of());
		watch("anew@frontdesk.test", "Team", null);
		this.client.send(letter);
		withStore("anew@frontdesk.test", store -> fill(store, "Team"));
		await().atMost(PATIENCE).until(() -> places("anew@frontdesk.test").size() == 1);
		withStore("anew@frontdesk.test", store -> assertThat(store.getFolder("Team").delete(true)).isTrue());
		// The server numbers folders by the second they are made in.
		var before = places("anew@frontdesk.test").getFirst().uidValidity();
		await().atMost(PATIENCE).until(() -> Instant.now().getEpochSecond() > before);
		this.client.send(letter);
		var other = this.client.send(Letter.of("emil@example.org", "anew@frontdesk.test", "Other", "Hello."));
		withStore("anew@frontdesk.test", store -> fill(store, "Team"));
		await().atMost(PATIENCE).until(() -> this.received.of(other).size() == 1);
		assertThat(this.received.of("<anew@example.org>")).hasSize(1);
		var places = places("anew@frontdesk.test");
		assertThat(places).hasSize(3);
		assertThat(places.stream().map(Place::uid).distinct()).as("a UID that there was before").hasSize(2);
		assertThat(places.stream().map(Place::uidValidity).distinct()).hasSize(2);
		assertThat(places.get(1).outcome()).isEqualTo("IGNORED");
	}

	@Test
	void mailThatVanishesBeforeItIsReadKeepsBackNoOther() throws Exception {
		var gone = this.client.send(Letter.of("dora@example.org", "vanish@frontdesk.test", "Gone", "Gone."));
		var there = this.client.send(Letter.of("dora@example.org", "vanish@frontdesk.test", "There", "There."));
		var first = new AtomicBoolean(true);
		this.gate.before(line -> {
			if (line.contains("BODY") && first.compareAndSet(true, false)) {
				deleteFirst("vanish@frontdesk.test");
			}
		});
		watch("vanish@frontdesk.test", "INBOX", null);
		await().atMost(PATIENCE).until(() -> this.received.of(there).size() == 1);
		awaitEmpty("vanish@frontdesk.test");
		assertThat(first).isFalse();
		assertThat(this.received.of(gone)).isEmpty();
		await().atMost(PATIENCE).until(() -> error("vanish@frontdesk.test").isEmpty());
		assertThat(places("vanish@frontdesk.test")).hasSize(1);
	}

	@Test
	void mailThatIsTakenAwayBeforeItIsMovedLosesNone() throws Exception {
		var ids = new ArrayList<String>();
		for (var subject : List.of("First", "Second", "Third", "Fourth")) {
			ids.add(this.client.send(Letter.of("dora@example.org", "renumber@frontdesk.test", subject, subject + ".")));
		}
		var first = new AtomicBoolean(true);
		this.gate.before(line -> {
			if (line.contains(" UID MOVE ") && first.compareAndSet(true, false)) {
				deleteFirst("renumber@frontdesk.test");
			}
		});
		watch("renumber@frontdesk.test", "INBOX", null);
		await().atMost(PATIENCE).until(() -> ids.stream().allMatch(id -> this.received.of(id).size() == 1));
		awaitEmpty("renumber@frontdesk.test");
		assertThat(first).isFalse();
		assertThat(this.client.read("renumber@frontdesk.test", "Processed")).extracting(ReceivedMail::messageId)
				.containsExactlyInAnyOrderElementsOf(ids.subList(1, 4));
	}

	@Test
	void mailOfFiftyMegabytesArrivesWithItsAttachmentWhole(@TempDir Path directory) throws Exception {
		var file = directory.resolve("large.bin");
		var random = new Random(5);
		var piece = new byte[1_000_000];
		try (var out = Files.newOutputStream(file)) {
			for (var i = 0; i < 38; i++) {
				random.nextBytes(piece);
				out.write(piece);
			}
		}
		var id = this.client.send(new Letter("dora@example.org", "large@frontdesk.test", "Large", "See there.",
				List.of(file), Optional.empty(), Optional.empty(), List.of()));
		watch("large@frontdesk.test", "INBOX", null);
		await().atMost(PATIENCE).until(() -> this.received.of(id).size() == 1);
		var mail = this.received.of(id).getFirst();
		assertThat(mail.text()).isEqualTo("See there.");
		assertThat(mail.attachments()).singleElement().satisfies(attached -> {
			assertThat(attached.size()).isEqualTo(Files.size(file));
			assertThat(Files.mismatch(Path.of("target/test-blobs", attached.blob().substring(0, 2), attached.blob()),
					file)).isNegative();
		});
		assertThat(this.jdbc.sql("select size from intake_entry where mailbox = 'large@frontdesk.test'")
				.query(Long.class)
				.single()).isGreaterThan(50_000_000);
	}

	@Test
	void severalInstancesTakeEachMailOnce() throws Exception {
		for (var i = 0; i < 3; i++) {
			watch("shared@frontdesk.test", "INBOX", null);
		}
		var ids = new ArrayList<String>();
		for (var i = 0; i < 30; i++) {
			ids.add(this.client.send(Letter.of("dora@example.org", "shared@frontdesk.test", "Shared " + i, "Hello.")));
			if (i == 15) {
				this.gate.cut();
			}
		}
		await().atMost(PATIENCE).until(() -> ids.stream().allMatch(id -> this.received.of(id).size() == 1));
		awaitEmpty("shared@frontdesk.test");
		assertThat(places("shared@frontdesk.test")).hasSize(30);
		assertThat(this.client.read("shared@frontdesk.test", "Processed")).hasSize(30);
	}

	@Test
	void mailboxIsOpenedWithTokensAndANewOneIsFetchedWhenTheServerRefusesTheOld() throws Exception {
		try (var endpoint = new TokenEndpoint()) {
			this.gate.askForTokens("token-1");
			watch("oauth@frontdesk.test", "INBOX", new Mailbox.OAuth(endpoint.uri(), "frontdesk", "s3cret", "r3fresh",
					List.of("https://mail.google.com/")));
			tellsOf("oauth@frontdesk.test", "with the first token");
			assertThat(endpoint.requests()).singleElement()
					.asString()
					.contains("grant_type=refresh_token", "refresh_token=r3fresh", "client_id=frontdesk",
							"scope=https%3A%2F%2Fmail.google.com%2F");
			this.gate.cut();
			tellsOf("oauth@frontdesk.test", "with the same token");
			assertThat(endpoint.requests()).hasSize(1);
			this.gate.askForTokens("token-2");
			this.gate.cut();
			tellsOf("oauth@frontdesk.test", "with the second token");
			assertThat(endpoint.requests()).hasSize(2);
		}
	}

	@Test
	void refusedTokenIsToldOfInTheWordsOfTheTokenEndpoint() throws Exception {
		try (var endpoint = new TokenEndpoint()) {
			this.gate.askForTokens("token-1");
			watch("revoked@frontdesk.test", "INBOX",
					new Mailbox.OAuth(endpoint.uri(), "frontdesk", "s3cret", "revoked", List.of()));
			await().atMost(PATIENCE).until(() -> error("revoked@frontdesk.test").isPresent());
			assertThat(error("revoked@frontdesk.test").orElseThrow())
					.startsWith("No access token is given for revoked@frontdesk.test")
					.contains("Token has been revoked.");
		}
	}

	@Test
	void clientOfItsOwnRightNeedsNoRefreshToken() throws Exception {
		try (var endpoint = new TokenEndpoint()) {
			this.gate.askForTokens("token-1");
			watch("credentials@frontdesk.test", "INBOX", new Mailbox.OAuth(endpoint.uri(), "frontdesk", "s3cret", null,
					List.of("https://outlook.office365.com/.default")));
			tellsOf("credentials@frontdesk.test", "by its own right");
			assertThat(endpoint.requests()).singleElement().asString().contains("grant_type=client_credentials");
		}
	}

	@Test
	void refusedPasswordIsToldOf() throws Exception {
		this.gate.askForTokens();
		watch("password@frontdesk.test", "INBOX", null);
		await().atMost(PATIENCE).until(() -> error("password@frontdesk.test").isPresent());
		assertThat(error("password@frontdesk.test").orElseThrow())
				.startsWith("The server refuses the login of password@frontdesk.test");
	}

	private void watch(String address, String folder, Mailbox.@Nullable OAuth oauth) {
		var mailbox = new Mailbox(address, "127.0.0.1", this.gate.port(), address, (oauth == null) ? address : null,
				oauth, Mailbox.Security.NONE, folder, "Processed", null, null, null, false, List.of());
		this.watchers.watch(mailbox);
	}

	private void tellsOf(String address, String subject) throws Exception {
		var id = this.client.send(Letter.of("dora@example.org", address, subject, "Hello."));
		await().atMost(PATIENCE).until(() -> this.received.of(id).size() == 1);
	}

	private Optional<String> error(String mailbox) {
		return this.jdbc.sql("select error from mailbox_health where mailbox = ? and error is not null")
				.param(mailbox)
				.query(String.class)
				.optional();
	}

	/** Who reads while mails are moved away may find that one is gone. */
	private void awaitEmpty(String mailbox) {
		await().atMost(PATIENCE)
				.ignoreExceptions()
				.until(() -> this.client.inbox(mailbox).isEmpty());
	}

	private List<Place> places(String mailbox) {
		return this.jdbc.sql("""
				select uid_validity, uid, outcome from intake_entry where mailbox = ? and read_at is not null
				order by uid_validity, uid
				""").param(mailbox).query(Place.class).list();
	}

	private record Place(long uidValidity, long uid, String outcome) {}

	private void deleteFirst(String address) {
		try {
			withStore(address, store -> {
				var inbox = store.getFolder("INBOX");
				inbox.open(Folder.READ_WRITE);
				inbox.setFlags(new Message[]{inbox.getMessage(1)}, new Flags(Flags.Flag.DELETED), true);
				inbox.close(true);
			});
		} catch (MessagingException ex) {
			throw new AssertionError(ex);
		}
	}

	/** Makes the folder of what is in the inbox. */
	private static void fill(Store store, String name) throws MessagingException {
		var inbox = store.getFolder("INBOX");
		inbox.open(Folder.READ_WRITE);
		var folder = store.getFolder(name);
		folder.create(Folder.HOLDS_MESSAGES);
		var mails = inbox.getMessages();
		inbox.copyMessages(mails, folder);
		inbox.setFlags(mails, new Flags(Flags.Flag.DELETED), true);
		inbox.close(true);
	}

	private void withStore(String address, Errand errand) throws MessagingException {
		try (var store = Session.getInstance(new Properties()).getStore("imap")) {
			store.connect("127.0.0.1", this.client.imapPort(), address, address);
			errand.run(store);
		}
	}

	private interface Errand {

		void run(Store store) throws MessagingException;

	}

}
