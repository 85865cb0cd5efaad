package io.frontdesk.notification.replying;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.MailReceived;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.notification.outbound.BounceDesk;
import io.frontdesk.notification.outbound.Kind;
import io.frontdesk.notification.outbound.MailServer;
import io.frontdesk.notification.outbound.MailServer.Answer;
import io.frontdesk.notification.outbound.OutboundSettings;
import io.frontdesk.notification.outbound.OutgoingMail;
import io.frontdesk.notification.outbound.ReturnedMail;

/** Sends mails to ourselves and looks whether they arrive: many servers know no sub-addresses. */
@Component
public class ReplyAddressDesk {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	/** So long that no ticket has such a number. */
	private static final long FIRST_NUMBER = 100_000_000_000_000_000L;

	private static final String WHAT_TO_DO = "Let the mail server take such addresses, or choose others: "
			+ "FRONTDESK_REFERENCE_REPLYADDRESS_DELIMITER, _PATTERN or _FORM=none";

	private final JdbcClient jdbc;

	private final MailServer server;

	private final SignedReferences references;

	private final OutboundSettings settings;

	private final InstantSource clock;

	private final SecureRandom random = new SecureRandom();

	ReplyAddressDesk(JdbcClient jdbc, MailServer server, SignedReferences references, OutboundSettings settings,
			InstantSource clock) {
		this.jdbc = jdbc;
		this.server = server;
		this.references = references;
		this.settings = settings;
		this.clock = clock;
	}

	/** Written down before it is sent: it may arrive before the server's answer does. */
	public Check check() {
		var number = FIRST_NUMBER + this.random.nextLong(8 * FIRST_NUMBER);
		var address = this.references.checkAddress(number, this.settings.address());
		if (address.equals(this.settings.address())) {
			throw ReplyingProblem.NO_REPLY_ADDRESS.exception();
		}
		var messageId = this.references.messageId(number, UUID.randomUUID(), address, this.settings.domain());
		this.jdbc.sql("insert into reply_address_check (number, address, message_id, begun_at) values (?, ?, ?, ?)")
				.params(number, address, messageId, this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
		switch (this.server.send(mail(number, address, messageId))) {
			case Answer.Taken() -> {
				// now it has to arrive
			}
			case Answer.RecipientRefused(var why, var _) -> refused(number, why);
			case Answer.ContentRefused(var why) -> refused(number, why);
			case Answer.Deferred(var why) -> refused(number, why);
			case Answer.WeRefused(var why, var _) -> refused(number, why);
		}
		return last().orElseThrow();
	}

	private OutgoingMail mail(long number, String address, String messageId) {
		return new OutgoingMail(Kind.REPLY, number, address, address, List.of(), "Check of the reply address",
				"Frontdesk sent this to itself, to see whether answers to its mails arrive.\n", null, messageId, null,
				List.of(), List.of());
	}

	/** A mail of ours came to us. */
	public void arrived(MailReceived mail) {
		mail.recipients().stream()
				.flatMapToLong(address -> this.references.checkOfAddress(address).stream())
				.forEach(number -> this.jdbc
						.sql("""
								update reply_address_check set arrived_at = ?, refusal = null
								where number = ? and arrived_at is null
								""")
						.params(this.clock.instant().atOffset(ZoneOffset.UTC), number)
						.update());
	}

	/** It was taken, and came back. */
	public void returned(ReturnedMail report) {
		if (report.isFailure()) {
			report.messageIds()
					.filter(id -> this.references.inMessageId(id).isPresent())
					.forEach(id -> this.jdbc
							.sql("update reply_address_check set refusal = ? where message_id = ? and arrived_at is null")
							.params(BounceDesk.words(report.bounce()), id)
							.update());
		}
	}

	private void refused(long number, String why) {
		this.jdbc.sql("update reply_address_check set refusal = ? where number = ?").params(why, number).update();
	}

	public Optional<Check> last() {
		return this.jdbc.sql("select * from reply_address_check order by begun_at desc limit 1")
				.query((row, _) -> check(row.getString("address"),
						row.getObject("begun_at", OffsetDateTime.class).toInstant(),
						Optional.ofNullable(row.getObject("arrived_at", OffsetDateTime.class))
								.map(OffsetDateTime::toInstant).orElse(null),
						row.getString("refusal")))
				.optional();
	}

	private Check check(String address, Instant begunAt, @Nullable Instant arrivedAt, @Nullable String refusal) {
		if (arrivedAt != null) {
			return new Check(address, Check.State.ARRIVED, null, begunAt, arrivedAt);
		}
		if (refusal != null) {
			return new Check(address, Check.State.REFUSED, "%s. %s".formatted(refusal, WHAT_TO_DO), begunAt, null);
		}
		return begunAt.plus(PATIENCE).isBefore(this.clock.instant())
				? new Check(address, Check.State.MISSING,
						"It was taken %d minutes ago or more and is in no mailbox of ours. %s"
								.formatted(PATIENCE.toMinutes(), WHAT_TO_DO),
						begunAt, null)
				: new Check(address, Check.State.SENT, null, begunAt, null);
	}

}
