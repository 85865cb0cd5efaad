package io.frontdesk.e2e;

import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import tools.jackson.databind.JsonNode;

import io.frontdesk.local.mail.ReceivedMail;

/** Answers every mail that comes to an address, for as long as mails come. */
final class Automaton {

	private final String address;

	private final Function<ReceivedMail, SMTPMessage> answer;

	private final Map<Long, Integer> followUps = new HashMap<>();

	private final List<JsonNode> taken = new ArrayList<>();

	private int read;

	Automaton(String address, Function<ReceivedMail, SMTPMessage> answer) {
		this.address = address;
		this.answer = answer;
	}

	String address() {
		return this.address;
	}

	/** All mails that came. */
	List<ReceivedMail> received() {
		return Frontdesk.inbox(this.address);
	}

	/** What the ledger says of each mail that went from here to Frontdesk. */
	List<JsonNode> taken() {
		return this.taken;
	}

	/** Until all that was written is dealt with, and no mail came of it. Each ticket must have an assignee. */
	void answerAll() {
		for (var mails = received(); this.read < mails.size(); mails = received()) {
			var unread = mails.subList(this.read, mails.size());
			this.read = mails.size();
			unread.stream().map(this.answer).forEach(this::send);
		}
	}

	void send(SMTPMessage mail) {
		try {
			Transport.send(mail, InternetAddress.parse(Frontdesk.stack().supportAddress()));
			awaitConsequences(mail.getMessageID());
		} catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A new ticket tells its requester, a follow-up the assignee: either way it is decided then what is sent. */
	private void awaitConsequences(String messageId) {
		var row = await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().all("/api/v1/intake?q=" + messageId.replaceAll("[<>]", ""))
						.stream()
						.filter(it -> it.get("messageId").asString().equals(messageId)).toList(),
						rows -> rows.size() == 1 && !rows.getFirst().get("outcome").asString().equals("pending"))
				.getFirst();
		this.taken.add(row);
		switch (row.get("outcome").asString()) {
			case "ticket" -> awaitDecided(row.get("ticketId").asLong(), "created", 1);
			case "follow-up" -> awaitDecided(row.get("ticketId").asLong(), "client-replied",
					this.followUps.merge(row.get("ticketId").asLong(), 1, Integer::sum));
			default -> {
				// nothing comes of a mail that is ignored
			}
		}
	}

	private static void awaitDecided(long ticket, String kind, int count) {
		await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().all("/api/v1/notifications?kind=%s&ticket=%d".formatted(kind, ticket)),
						mails -> mails.size() >= count
								&& mails.stream().noneMatch(mail -> mail.get("state").asString().equals("pending")));
	}

}
