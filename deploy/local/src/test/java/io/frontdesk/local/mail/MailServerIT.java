package io.frontdesk.local.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.RunDirectory;
import io.frontdesk.local.process.ServerProcess;
import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.stack.Ports;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class MailServerIT {

	private static final String SUPPORT = "support@frontdesk.test";

	@TempDir
	Path home;

	private final Port smtp = new Port("SMTP", Ports.freePort());

	private final Port imap = new Port("IMAP", Ports.freePort());

	private final MailClient client = new MailClient(this.smtp.number(), this.imap.number());

	private ServerProcess server;

	@BeforeEach
	void start() {
		this.server = new ServerProcess(
				new MailServer(Distribution.found(), this.home.resolve("mail"), this.home.resolve("mail.log"),
						this.smtp, this.imap),
				new RunDirectory(this.home.resolve("run")));
		assertThat(this.server.start()).isInstanceOf(StartOutcome.Ready.class);
	}

	@AfterEach
	void stop() {
		this.server.kill9();
	}

	@Test
	void detailInTheAddressReachesTheMailboxAndStaysReadable() throws Exception {
		this.client.send(Letter.of("carol@example.com", "Support+2233444.abc@Frontdesk.test", "Hello", "…"));
		assertThat(this.client.inbox(SUPPORT)).singleElement()
				.satisfies(
						mail -> assertThat(mail.header("Delivered-To")).contains("Support+2233444.abc@Frontdesk.test"))
				.satisfies(mail -> assertThat(mail.header("Return-Path")).contains("<carol@example.com>"));
	}

	@Test
	void oneMailToTwoNamesOfAMailboxComesOnce() throws Exception {
		this.client.send(Letter.of("carol@example.com", "support@frontdesk.test, support+x@frontdesk.test", "Hi", ""));
		assertThat(this.client.inbox(SUPPORT)).hasSize(1);
	}

	@Test
	void nobodyIsAtTheRefusedDomainUntilTheyOpenTheirMailbox() throws Exception {
		var letter = Letter.of("carol@example.com", "Dora@refused.frontdesk.test", "Hello", "…");
		assertThatThrownBy(() -> this.client.send(letter)).hasStackTraceContaining("550 5.1.1");
		assertThat(this.client.inbox("dora@refused.frontdesk.test")).isEmpty();
		this.client.send(letter);
		assertThat(this.client.inbox("dora@refused.frontdesk.test")).hasSize(1);
	}

	@Test
	void aMailboxIsOpenedWithItsAddressOnly() {
		assertThatThrownBy(() -> storeOf(SUPPORT, "wrong")).isInstanceOf(AuthenticationFailedException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = {"TERM", "KILL"})
	void mailsFlagsAndUidsOutliveTheProcess(String signal) throws Exception {
		for (int i = 0; i < 3; i++) {
			this.client.send(Letter.of("carol@example.com", SUPPORT, "Mail " + i, "Text"));
		}
		long validity;
		List<Long> uids;
		try (IMAPStore store = storeOf(SUPPORT, SUPPORT); IMAPFolder inbox = open(store, "INBOX")) {
			IMAPFolder processed = (IMAPFolder) store.getFolder("Processed");
			processed.create(Folder.HOLDS_MESSAGES);
			inbox.moveUIDMessages(new Message[]{inbox.getMessage(1)}, processed);
			inbox.expunge();
			inbox.getMessage(1).setFlag(Flags.Flag.SEEN, true);
			validity = inbox.getUIDValidity();
			uids = List.of(inbox.getUID(inbox.getMessage(1)), inbox.getUID(inbox.getMessage(2)));
		}
		restartAfter(signal);
		this.client.send(Letter.of("carol@example.com", SUPPORT, "Mail 3", "Text"));
		try (IMAPStore store = storeOf(SUPPORT, SUPPORT); IMAPFolder inbox = open(store, "INBOX")) {
			assertThat(inbox.getUIDValidity()).isEqualTo(validity);
			assertThat(List.of(inbox.getUID(inbox.getMessage(1)), inbox.getUID(inbox.getMessage(2)))).isEqualTo(uids);
			assertThat(inbox.getUID(inbox.getMessage(3))).isGreaterThan(uids.getLast());
			assertThat(inbox.getMessage(1).isSet(Flags.Flag.SEEN)).isTrue();
			assertThat(inbox.getMessage(2).isSet(Flags.Flag.SEEN)).isFalse();
		}
		assertThat(this.client.inbox(SUPPORT)).extracting(ReceivedMail::subject)
				.containsExactly("Mail 1", "Mail 2", "Mail 3");
		assertThat(this.client.read(SUPPORT, "Processed")).extracting(ReceivedMail::subject).containsExactly("Mail 0");
	}

	private void restartAfter(String signal) {
		var process = this.server.process().orElseThrow();
		process.signal(signal);
		await().until(() -> !process.isAlive());
		assertThat(this.server.start()).isInstanceOf(StartOutcome.Ready.class);
	}

	@Test
	void automaticMailMayHaveANullReturnPath() throws Exception {
		sendRaw("<>", "Auto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nBack soon.\r\n".getBytes());
		assertThat(this.client.inbox(SUPPORT)).singleElement()
				.satisfies(mail -> assertThat(mail.header("Return-Path")).contains("<>"));
	}

	/** Not one byte of a mail changes, whatever is wrong with it. */
	@ParameterizedTest
	@ValueSource(strings = {"Subject: caf\u00e9\r\n\r\nK\u00f6ln \u0080\u00ff\r\n", "no header at all\r\n",
			"Content-Type: multipart/mixed\r\n\r\n--x\r\nnever closed\r\n", "Content-Type: /\r\n\r\nx\r\n",
			"Content-Type: message/rfc822\r\n\r\n\u0001\r\n", "Subject: dots\r\n\r\n.\r\n..\r\n.x\r\n\r\n"})
	void everyByteIsKept(String mail) throws Exception {
		byte[] sent = mail.getBytes(StandardCharsets.ISO_8859_1);
		sendRaw("<carol@example.com>", sent);
		try (IMAPStore store = storeOf(SUPPORT, SUPPORT); IMAPFolder inbox = open(store, "INBOX")) {
			IMAPMessage message = (IMAPMessage) inbox.getMessage(1);
			byte[] got = message.getMimeStream().readAllBytes();
			assertThat(new String(got, StandardCharsets.ISO_8859_1)).endsWith(mail);
			assertThat(message.getSize()).isEqualTo(got.length);
		}
	}

	/** As its author's mail program wrote it, in the header too, where it ought to be ASCII. */
	@ParameterizedTest
	@CsvSource({"ISO-8859-1, {%d+}", "UTF-8, {%d+}", "Shift_JIS, {%d+}", "UTF-8, ~{%d+}"})
	void everyByteOfAnAppendedMailIsKept(Charset charset, String literal) throws Exception {
		String subject = inBytes(charset.name().equals("Shift_JIS") ? "請求書" : "Grüße aus Köln", charset);
		String from = "From: %s <carol@example.com>\r\n".formatted(subject);
		String head = "Subject: " + subject + "\r\nX-Folded: a\r\n\t" + subject + "\r\n" + from;
		String mail = head + "\r\n" + subject + "\r\nbare\nend\u0080\u00ff";
		try (RawImap imap = new RawImap(this.imap.number(), SUPPORT)) {
			assertThat(imap.ask("APPEND INBOX (\\Seen) %s\r\n%s".formatted(literal.formatted(mail.length()), mail)))
					.contains("APPENDUID");
			imap.ask("SELECT INBOX");
			assertThat(imap.ask("FETCH 1 BODY.PEEK[]").replace("bare\r\n", "bare\n"))
					.contains("{%d}\r\n%s)".formatted(mail.length(), mail));
			assertThat(imap.ask("FETCH 1 BODY.PEEK[HEADER]")).contains(head + ")");
			assertThat(imap.ask("FETCH 1 BODY.PEEK[HEADER.FIELDS (From)]")).contains(from);
			assertThat(imap.ask("FETCH 1 (FLAGS ENVELOPE RFC822.SIZE)")).contains("\\Seen", '"' + subject + '"',
					"RFC822.SIZE " + mail.length());
			imap.ask("CREATE Copies");
			imap.ask("COPY 1 Copies");
			imap.ask("SELECT Copies");
			assertThat(imap.ask("FETCH 1 BODY.PEEK[HEADER]")).contains(head + ")");
		}
	}

	@Test
	void whatCannotBeAppendedIsRefusedAndTheConversationGoesOn() throws Exception {
		try (RawImap imap = new RawImap(this.imap.number(), SUPPORT)) {
			assertThat(imap.say("APPEND Nowhere {3+}\r\na\r\n")).contains("NO [TRYCREATE]");
			assertThat(imap.say("APPEND INBOX yesterday")).contains("BAD");
			assertThat(imap.ask("SELECT INBOX")).contains("0 EXISTS");
		}
	}

	private static String inBytes(String text, Charset charset) {
		return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
	}

	@Test
	void nothingIsLostWhileMailComesAndIsMovedAway() throws Exception {
		int count = 200;
		List<String> moved = new CopyOnWriteArrayList<>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor();
				IMAPStore store = storeOf(SUPPORT, SUPPORT);
				IMAPFolder inbox = open(store, "INBOX")) {
			IMAPFolder processed = (IMAPFolder) store.getFolder("Processed");
			processed.create(Folder.HOLDS_MESSAGES);
			for (int sender = 0; sender < 4; sender++) {
				String from = "sender" + sender + "@example.com";
				threads.submit(() -> {
					for (int i = 0; i < count / 4; i++) {
						this.client.send(Letter.of(from, SUPPORT, from + " " + i, "Text"));
					}
					return null;
				});
			}
			await().until(() -> {
				Message[] there = inbox.getMessagesByUID(1, IMAPFolder.LASTUID);
				for (Message message : there) {
					moved.add(message.getSubject());
				}
				if (there.length > 0) {
					inbox.moveUIDMessages(there, processed);
				}
				return moved.size() >= count;
			});
		}
		assertThat(moved).hasSize(count).doesNotHaveDuplicates();
		assertThat(this.client.inbox(SUPPORT)).isEmpty();
		assertThat(this.client.read(SUPPORT, "Processed")).hasSize(count);
	}

	@Test
	void anIdleClientIsToldOfNewMail() throws Exception {
		List<Message> told = new CopyOnWriteArrayList<>();
		try (IMAPStore store = storeOf(SUPPORT, SUPPORT); IMAPFolder inbox = open(store, "INBOX")) {
			inbox.addMessageCountListener(new MessageCountAdapter() {
				@Override
				public void messagesAdded(MessageCountEvent event) {
					told.addAll(List.of(event.getMessages()));
				}
			});
			Thread idling = Thread.ofVirtual().start(() -> {
				try {
					inbox.idle(true);
				} catch (Exception _) {
					// The folder was closed: the test is over.
				}
			});
			await().until(() -> {
				this.client.send(Letter.of("carol@example.com", SUPPORT, "Ring", ""));
				return !told.isEmpty();
			});
			await().until(() -> !idling.isAlive());
		}
	}

	@Test
	void aMailOfFiftyMegabytesComesBackWhole() throws Exception {
		byte[] line = ("x".repeat(76) + "\r\n").getBytes(StandardCharsets.US_ASCII);
		byte[] mail = new byte[line.length * 672_000];
		for (int i = 0; i < mail.length; i += line.length) {
			System.arraycopy(line, 0, mail, i, line.length);
		}
		System.arraycopy("Subject: big\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 0, mail, 0, 16);
		sendRaw("<carol@example.com>", mail);
		try (IMAPStore store = storeOf(SUPPORT, SUPPORT); IMAPFolder inbox = open(store, "INBOX")) {
			IMAPMessage message = (IMAPMessage) inbox.getMessage(1);
			assertThat(message.getSize()).isGreaterThan(mail.length);
			assertThat(message.getMimeStream().readAllBytes()).endsWith(line).hasSize(message.getSize());
		}
	}

	private void sendRaw(String returnPath, byte[] mail) throws Exception {
		try (RawSmtp raw = new RawSmtp(this.smtp.number())) {
			raw.send(returnPath, SUPPORT, mail);
		}
	}

	private static IMAPFolder open(IMAPStore store, String name) throws Exception {
		IMAPFolder folder = (IMAPFolder) store.getFolder(name);
		folder.open(Folder.READ_WRITE);
		return folder;
	}

	private IMAPStore storeOf(String address, String password) throws Exception {
		Properties properties = new Properties();
		properties.setProperty("mail.imap.partialfetch", "false");
		IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore("imap");
		store.connect("127.0.0.1", this.imap.number(), address, password);
		return store;
	}

}
