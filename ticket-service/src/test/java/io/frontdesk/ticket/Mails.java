package io.frontdesk.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Authentication;
import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.ticket.intake.MailDesk;
import io.frontdesk.ticket.intake.Placement;

/** Mails as mail-ingest tells of them. */
public final class Mails {

	private final String from;

	private String subject = "Printer on fire";

	private @Nullable String inReplyTo;

	private List<String> references = List.of();

	private String to = "support@frontdesk.test";

	private List<String> cc = List.of();

	private String text = "It smokes.";

	private String visibleText = "It smokes.";

	private @Nullable String html;

	private List<StoredFile> files = List.of();

	private Classification classification = Classification.PERSON;

	private @Nullable UUID project;

	private @Nullable Priority priority;

	private List<String> ours = List.of("support@frontdesk.test");

	private @Nullable Authentication authentication;

	private String id = "<%s@example.org>".formatted(UUID.randomUUID());

	private @Nullable String via;

	private @Nullable String answerTo;

	private MailReceived.@Nullable Thread thread;

	private List<String> lists = List.of();

	private Mails(String from) {
		this.from = from;
	}

	public static Placement receive(MailDesk desk, MailReceived mail) {
		return desk.receive(List.of(mail)).getFirst();
	}

	public static Mails from(String address) {
		return new Mails(address);
	}

	public Mails subject(String said) {
		this.subject = said;
		return this;
	}

	public Mails answering(String messageId, String... oldestFirst) {
		this.inReplyTo = messageId;
		this.references = List.of(oldestFirst);
		return this;
	}

	public Mails to(String recipient) {
		this.to = recipient;
		return this;
	}

	public Mails cc(String... recipients) {
		this.cc = List.of(recipients);
		return this;
	}

	public Mails saying(String visible, String whole) {
		this.visibleText = visible;
		this.text = whole;
		return this;
	}

	public Mails html(String safe, StoredFile... attachments) {
		this.html = safe;
		this.files = List.of(attachments);
		return this;
	}

	public Mails as(Classification kind) {
		this.classification = kind;
		return this;
	}

	public Mails ours(String... mailboxes) {
		this.ours = List.of(mailboxes);
		return this;
	}

	/** What the receiving mail server found out about who sent it. */
	public Mails found(Proof proof) {
		this.authentication = new Authentication("mx.frontdesk.test", proof, List.of(), false);
		return this;
	}

	/** From is written so that the receiving mail server may have read somebody else there. */
	public Mails hearsay() {
		this.authentication = new Authentication("mx.frontdesk.test", Proof.NONE, List.of(), true);
		return this;
	}

	public Mails id(String messageId) {
		this.id = messageId;
		return this;
	}

	/** From this address in the person's place. */
	public Mails via(String address) {
		this.via = address;
		return this;
	}

	/** Where its author wants answers. */
	public Mails answerTo(String address) {
		this.answerTo = address;
		return this;
	}

	/** As Outlook counts it. */
	public Mails thread(String conversation, boolean answer) {
		this.thread = new MailReceived.Thread(conversation, answer);
		return this;
	}

	/** Came by a list of this address. */
	public Mails by(String list) {
		this.lists = List.of(list);
		return this;
	}

	/** What the mailbox gives to the tickets that its mails open. */
	public Mails defaults(@Nullable UUID ofProject, @Nullable Priority ofTicket) {
		this.project = ofProject;
		this.priority = ofTicket;
		return this;
	}

	public MailReceived mail() {
		return new MailReceived(UUID.randomUUID(), "support@frontdesk.test", Instant.parse("2026-11-23T10:00:00Z"),
				this.id, this.inReplyTo, this.references,
				Person.of(this.from, "Some Body"), List.of(this.to), this.cc, List.of(this.to), this.subject, this.text,
				this.visibleText, this.html, this.files, "0".repeat(64), this.classification, false, null, List.of(),
				this.project, this.priority, this.ours, this.authentication, false, this.via, this.answerTo,
				this.thread, null, this.lists);
	}

}
