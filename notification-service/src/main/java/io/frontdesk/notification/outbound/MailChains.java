package io.frontdesk.notification.outbound;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.reference.SignedReferences;

/** Which mails there were about a ticket, the client's and ours to the client. */
@Component
class MailChains {

	/** What can stand in a header as it is. */
	private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,250}>");

	private static final String LINKS = """
			(select number, message_id, from_client from chained_mail where ticket_id = :ticket
			 order by number limit 1)
			union
			(select number, message_id, from_client from chained_mail where ticket_id = :ticket
			 order by number desc limit 50)
			union
			(select number, message_id, from_client from chained_mail where ticket_id = :ticket and from_client
			 order by number desc limit 1)
			order by number
			""";

	private final JdbcClient jdbc;

	private final SignedReferences references;

	private final OutboundSettings settings;

	MailChains(JdbcClient jdbc, SignedReferences references, OutboundSettings settings) {
		this.jdbc = jdbc;
		this.references = references;
		this.settings = settings;
	}

	/** A mail of the client's. */
	void add(long ticket, String messageId) {
		if (MESSAGE_ID.matcher(messageId).matches()) {
			this.jdbc.sql("""
					insert into chained_mail (ticket_id, message_id, from_client) values (?, ?, true)
					on conflict do nothing
					""").params(ticket, messageId).update();
		}
	}

	/** For a mail to the client that is not sent. */
	MailChain of(long ticket, String messageId, String recipient) {
		return chain(ticket, messageId, recipient, this.jdbc.sql(LINKS));
	}

	/** For a mail to the client, which gets its place behind the others. */
	MailChain extend(long ticket, String messageId, String recipient) {
		return chain(ticket, messageId, recipient, this.jdbc.sql("""
				with extended as (
				  insert into chained_mail (ticket_id, message_id, from_client) values (:ticket, :messageId, false)
				  on conflict do nothing)
				""" + LINKS).param("messageId", messageId));
	}

	private MailChain chain(long ticket, String messageId, String recipient, JdbcClient.StatementSpec query) {
		record Link(String messageId, boolean fromClient) {}
		var links = query.param("ticket", ticket)
				.query((row, _) -> new Link(row.getString("message_id"), row.getBoolean("from_client")))
				.stream()
				.filter(link -> mayKnow(recipient, link.messageId()))
				.toList();
		var answered = links.stream().filter(link -> link.fromClient()).reduce((_, later) -> later);
		return new MailChain(root(ticket), links.stream().map(link -> link.messageId()).toList(),
				answered.map(link -> link.messageId()).orElse(null))
				.before(messageId);
	}

	/** Who answers a mail that went to one person is that person: nobody else may learn its Message-ID. */
	private boolean mayKnow(String recipient, String messageId) {
		return this.references.inMessageId(messageId)
				.filter(ours -> !ours.isForSeveral() && !ours.isFor(recipient))
				.isEmpty();
	}

	/** For a mail to staff, who have none of those. */
	MailChain ofStaff(long ticket) {
		return new MailChain(root(ticket), List.of(), null);
	}

	/** Signed like any Message-ID of ours, so that an answer that names nothing else is known, too. */
	private String root(long ticket) {
		var id = UUID.nameUUIDFromBytes("root/%d".formatted(ticket).getBytes(StandardCharsets.UTF_8));
		return this.references.messageId(ticket, id, null, this.settings.domain());
	}

}
