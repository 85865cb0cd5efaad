package io.frontdesk.mail.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** Mail servers as they are: with and without each extension, full, forbidding, and behind what cuts connections. */
@SpringBootTest(properties = "frontdesk.blobs.directory=target/test-blobs")
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA, RealServers.Kind.MAIL})
@Import(ReceivedMails.class)
class MailServersIT {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Pattern FETCH = Pattern.compile("\\S+ UID FETCH (\\S+) .*BODY\\.PEEK\\[]<(\\d+)\\.(\\d+)>.*");

	private final MailClient client;

	private final JdbcClient jdbc;

	private final ReceivedMails received;

	private final ImapGate gate;

	private final Watchers watchers;

	@Autowired
	MailServersIT(MailClient client, JdbcClient jdbc, ReceivedMails received, ApplicationContext context)
			throws IOException {
		this.client = client;
		this.jdbc = jdbc;
		this.received = received;
		this.gate = new ImapGate(client.imapPort());
		this.watchers = new Watchers(context, Duration.ofSeconds(1));
	}

	@AfterEach
	void stop() throws Exception {
		this.gate.close();
		this.watchers.stop();
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "MOVE", "UIDPLUS", "IDLE", "MOVE,UIDPLUS", "MOVE,IDLE", "UIDPLUS,IDLE",
			"MOVE,UIDPLUS,IDLE"})
	void mailIsTakenAndMovedOnceWhateverTheServerLacks(String lacking) throws Exception {
		var address = "lacks-%s@frontdesk.test".formatted(lacking.toLowerCase().replace(',', '-'));
		if (!lacking.isEmpty()) {
			this.gate.hide(List.of(lacking.split(",")));
		}
		var ids = send(address, 20);
		watch(address);
		awaitEmpty(address);
		ids.addAll(send(address, 1));
		this.gate.cut();
		ids.addAll(send(address, 1));
		await().atMost(PATIENCE).until(() -> areToldOfOnce(ids));
		awaitEmpty(address);
		assertThat(processed(address)).containsExactlyInAnyOrderElementsOf(ids);
		await().atMost(PATIENCE).until(() -> error(address).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = {"MOVE", "UIDPLUS", "MOVE,UIDPLUS"})
	void mailThatOthersMarkedAsDeletedIsLeftAlone(String lacking) throws Exception {
		var address = "deleted-%s@frontdesk.test".formatted(lacking.toLowerCase().replace(',', '-'));
		this.gate.hide(List.of(lacking.split(",")));
		var deleted = send(address, 1).getFirst();
		markFirstDeleted(address, false);
		var ids = send(address, 20);
		watch(address);
		await().atMost(PATIENCE).until(() -> areToldOfOnce(ids));
		await().atMost(PATIENCE).ignoreExceptions().until(() -> processed(address).size() == 20);
		this.gate.cut();
		ids.addAll(send(address, 1));
		await().atMost(PATIENCE).until(() -> areToldOfOnce(ids) && processed(address).size() == 21);
		assertThat(inbox(address)).contains(deleted);
		assertThat(this.received.of(deleted)).isEmpty();
		if (lacking.contains("UIDPLUS") && lacking.contains("MOVE")) {
			await().atMost(PATIENCE).until(() -> error(address).isPresent());
			assertThat(error(address).orElseThrow()).contains("Mail is taken, but stays in the folder INBOX",
					"other mails there are marked as deleted");
			markFirstDeleted(address, true);
		}
		await().atMost(PATIENCE)
				.ignoreExceptions()
				.until(() -> ids.stream().noneMatch(inbox(address)::contains));
		assertThat(processed(address)).containsExactlyInAnyOrderElementsOf(ids);
		await().atMost(PATIENCE).until(() -> error(address).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = {"NONE", "MOVE"})
	void mailIsTakenThoughTheFolderOfProcessedMailsIsFullAndMovedOnceItIsNot(String lacking) throws Exception {
		var address = "full-%s@frontdesk.test".formatted(lacking.toLowerCase());
		if (!lacking.equals("NONE")) {
			this.gate.hide(List.of(lacking));
		}
		var fetched = new CopyOnWriteArrayList<String>();
		var attempts = new AtomicInteger();
		this.gate.before(line -> {
			var fetch = FETCH.matcher(line);
			if (fetch.matches()) {
				fetched.add(fetch.group(1));
			}
		});
		this.gate.refuse(line -> {
			if (!line.contains(" UID COPY ") && !line.contains(" UID MOVE ")) {
				return null;
			}
			attempts.incrementAndGet();
			return "NO [OVERQUOTA] Quota exceeded (mailbox for user is full)";
		});
		var ids = send(address, 40);
		watch(address);
		await().atMost(PATIENCE).until(() -> areToldOfOnce(ids));
		await().atMost(PATIENCE).until(() -> error(address).isPresent());
		assertThat(error(address).orElseThrow()).isEqualTo(
				"""
						Mail is taken, but can't be moved to the folder Processed: \
						“[OVERQUOTA] Quota exceeded (mailbox for user is full)”. Make room in the mailbox, or raise its quota""");
		this.gate.cut();
		for (var i = 0; i < 2; i++) {
			ids.addAll(send(address, 1));
			await().atMost(PATIENCE).until(() -> areToldOfOnce(ids));
		}
		assertThat(fetched).as("sets of UIDs that were fetched").doesNotHaveDuplicates().hasSizeLessThan(45);
		assertThat(attempts.get()).as("tries to move 42 mails").isLessThan(10);
		assertThat(this.client.inbox(address)).hasSize(42);
		this.gate.refuse(_ -> null);
		awaitEmpty(address);
		assertThat(processed(address)).containsExactlyInAnyOrderElementsOf(ids);
		await().atMost(PATIENCE).until(() -> error(address).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = {" UID COPY ", " UID MOVE ", " UID EXPUNGE "})
	void connectionThatBreaksWhileMailIsMovedAwayDoublesNone(String command) throws Exception {
		var address = "lost-%s@frontdesk.test".formatted(command.strip().toLowerCase().replace(' ', '-'));
		if (!command.contains("MOVE")) {
			this.gate.hide(Set.of("MOVE"));
		}
		var lost = new AtomicBoolean();
		this.gate.loseAnswersTo(line -> line.contains(command) && lost.compareAndSet(false, true));
		var ids = send(address, 5);
		watch(address);
		await().atMost(PATIENCE).until(() -> areToldOfOnce(ids));
		awaitEmpty(address);
		assertThat(lost).isTrue();
		assertThat(processed(address)).containsExactlyInAnyOrderElementsOf(ids);
	}

	@Test
	void mailThatBreaksTheConnectionAtOnePlaceIsSetAsideAndHoldsBackNoOther() throws Exception {
		var address = "poison@frontdesk.test";
		var poison = send(address, "x".repeat(76).concat("\n").repeat(15_000));
		var uid = uids(address).getFirst();
		var after = send(address, 3);
		this.gate.before(line -> {
			var fetch = FETCH.matcher(line);
			if (fetch.matches() && fetch.group(1).equals(Long.toString(uid))
					&& Long.parseLong(fetch.group(2)) + Long.parseLong(fetch.group(3)) > 900_123) {
				this.gate.cut();
			}
		});
		watch(address);
		await().atMost(PATIENCE).until(() -> areToldOfOnce(after));
		await().atMost(PATIENCE).until(() -> outcomes(address, uid).equals(List.of("QUARANTINED")));
		var entry = this.jdbc.sql("select reason, size from intake_entry where mailbox = ? and uid = ?")
				.params(address, uid)
				.query(Aside.class)
				.single();
		assertThat(entry.size()).isBetween(899_000L, 900_123L);
		assertThat(entry.reason())
				.startsWith("The connection to 127.0.0.1 breaks each time after %,d bytes of this mail"
						.formatted(entry.size()))
				.contains("release what came");
		await().atMost(PATIENCE).until(() -> error(address).orElse("").startsWith("1 mail(s) can't be fetched whole"));
		assertThat(inbox(address)).containsExactly(poison);

		this.gate.before(_ -> {
		});
		await().atMost(PATIENCE).until(() -> {
			// again and again: a try that is under way puts the next one off
			this.jdbc.sql("update mailbox_left set again_at = now() where mailbox = ?").param(address).update();
			return this.received.of(poison).size() == 1;
		});
		awaitEmpty(address);
		assertThat(outcomes(address, uid)).containsExactlyInAnyOrder("IGNORED", "PENDING");
		assertThat(this.received.of(poison)).hasSize(1);
		await().atMost(PATIENCE).until(() -> error(address).isEmpty());
	}

	@Test
	void mailArrivesThoughEachConnectionIsCutLongBeforeItsEnd() throws Exception {
		var address = "firewall@frontdesk.test";
		this.gate.cutAfter(900_000);
		var large = send(address, "y".repeat(76).concat("\n").repeat(50_000));
		var small = send(address, 3);
		watch(address);
		await().atMost(PATIENCE).until(() -> areToldOfOnce(small));
		await().atMost(PATIENCE).until(() -> this.received.of(large).size() == 1);
		awaitEmpty(address);
		assertThat(this.jdbc.sql("select max(size) from intake_entry where mailbox = ?")
				.param(address)
				.query(Long.class)
				.single()).isGreaterThan(50_000 * 77);
	}

	@Test
	void mailThatTheServerRefusesToGiveIsNamedAndHoldsBackNoOther() throws Exception {
		var address = "refused@frontdesk.test";
		var ids = send(address, 3);
		var uid = uids(address).get(1);
		this.gate.refuse(line -> {
			var fetch = FETCH.matcher(line);
			return fetch.matches() && (fetch.group(1).contains(":") || fetch.group(1).equals(Long.toString(uid)))
					? "NO [SERVERBUG] Internal error occurred"
					: null;
		});
		watch(address);
		await().atMost(PATIENCE).until(() -> this.received.of(ids.get(2)).size() == 1);
		await().atMost(PATIENCE).until(() -> error(address).isPresent());
		assertThat(error(address).orElseThrow())
				.isEqualTo("""
						The server does not give the mail with UID %d in INBOX: “[SERVERBUG] Internal error occurred”. \
						Open it with another program, and move it out of that folder""".formatted(uid));
		assertThat(this.received.of(ids.getFirst())).hasSize(1);
		this.gate.refuse(_ -> null);
		await().atMost(PATIENCE).until(() -> this.received.of(ids.get(1)).size() == 1);
		await().atMost(PATIENCE).until(() -> error(address).isEmpty());
	}

	/** Who reads while mails are moved away may find that one is gone. */
	private void awaitEmpty(String address) {
		await().atMost(PATIENCE)
				.ignoreExceptions()
				.until(() -> this.client.inbox(address).isEmpty());
	}

	private void watch(String address) {
		this.watchers.watch(new Mailbox(address, "127.0.0.1", this.gate.port(), address, address, null,
				Mailbox.Security.NONE, "INBOX", "Processed", null, null, null, false, List.of()));
	}

	private List<String> send(String address, int count) throws Exception {
		var ids = new ArrayList<String>();
		for (var i = 0; i < count; i++) {
			ids.add(send(address, "Hello " + i));
		}
		return ids;
	}

	private String send(String address, String text) throws Exception {
		return this.client.send(Letter.of("dora@example.org", address, "Printer", text));
	}

	private boolean areToldOfOnce(List<String> ids) {
		return ids.stream().allMatch(id -> this.received.of(id).size() == 1);
	}

	private List<String> processed(String address) throws MessagingException {
		return this.client.read(address, "Processed").stream().map(ReceivedMail::messageId).toList();
	}

	private List<String> inbox(String address) {
		try {
			return this.client.inbox(address).stream().map(ReceivedMail::messageId).toList();
		} catch (MessagingException ex) {
			throw new AssertionError(ex);
		}
	}

	private Optional<String> error(String mailbox) {
		return this.jdbc.sql("select error from mailbox_health where mailbox = ? and error is not null")
				.param(mailbox)
				.query(String.class)
				.optional();
	}

	private List<String> outcomes(String mailbox, long uid) {
		return this.jdbc.sql("select outcome from intake_entry where mailbox = ? and uid = ?")
				.params(mailbox, uid)
				.query(String.class)
				.list();
	}

	private List<Long> uids(String address) throws MessagingException {
		try (var store = Session.getInstance(new Properties()).getStore("imap")) {
			store.connect("127.0.0.1", this.client.imapPort(), address, address);
			var inbox = (IMAPFolder) store.getFolder("INBOX");
			inbox.open(Folder.READ_ONLY);
			var uids = new ArrayList<Long>();
			for (var message : inbox.getMessages()) {
				uids.add(inbox.getUID(message));
			}
			return uids;
		}
	}

	/** As a person at another mail program. */
	private void markFirstDeleted(String address, boolean expunge) throws MessagingException {
		try (var store = Session.getInstance(new Properties()).getStore("imap")) {
			store.connect("127.0.0.1", this.client.imapPort(), address, address);
			var inbox = store.getFolder("INBOX");
			inbox.open(Folder.READ_WRITE);
			inbox.setFlags(new Message[]{inbox.getMessage(1)}, new Flags(Flags.Flag.DELETED), true);
			inbox.close(expunge);
		}
	}

	private record Aside(String reason, long size) {}

}
