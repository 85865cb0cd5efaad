package io.frontdesk.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.frontdesk.local.mail.ReceivedMail;

/** A case on its way through the system, from the mailbox on. */
final class PlayedCase {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final MailCase mails;

	private final List<JsonNode> entries = new ArrayList<>();

	/** The mail of ours that a later one may answer. */
	private final Map<Integer, JsonNode> ours = new HashMap<>();

	/** By mail, the status that the ticket of each earlier mail had then. */
	private final Map<Integer, Map<Integer, String>> statuses = new TreeMap<>();

	private PlayedCase(MailCase mails) {
		this.mails = mails;
	}

	static PlayedCase of(MailCase mails) throws MessagingException {
		var play = new PlayedCase(mails);
		play.play();
		return play;
	}

	/** Of mail {@code number} in the ledger, once it had an outcome. */
	JsonNode entry(int number) {
		return this.entries.get(number - 1);
	}

	String statusAfter(int number, int of) {
		return String.valueOf(this.statuses.getOrDefault(number, Map.of()).get(of));
	}

	Optional<Long> ticket(int number) {
		var id = entry(number).get("ticketId");
		return id.isNull() ? Optional.empty() : Optional.of(id.asLong());
	}

	List<JsonNode> notifications(int number) {
		return ticket(number).map(it -> Frontdesk.root().all("/api/v1/notifications?ticket=" + it)).orElse(List.of());
	}

	private void play() throws MessagingException {
		if (this.mails.burst()) {
			var all = new ArrayList<byte[]>();
			for (var number = 1; number <= this.mails.mails().size(); number++) {
				all.add(this.mails.bytes(number, Map.of()));
			}
			for (var uid : Frontdesk.appendTogether(all)) {
				this.entries.add(awaitOutcome(uid));
			}
			return;
		}
		for (var number = 1; number <= this.mails.mails().size(); number++) {
			var mail = this.mails.bytes(number, Map.of("ticket", it -> Long.toString(ticket(it).orElseThrow()),
					"message-id", it -> ourMail(it).get("messageId").asString(), "reply-to", this::replyTo,
					"reply-to-broken", it -> broken(replyTo(it))));
			this.entries.add(awaitOutcome(Frontdesk.append(mail)));
			act(number);
			remember(number);
		}
	}

	private static JsonNode awaitOutcome(long uid) {
		return await().atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(200))
				.until(() -> Frontdesk.root()
						.found("/api/v1/intake?limit=200")
						.get("items")
						.valueStream()
						.filter(row -> row.get("uid").asLong() == uid
								&& !row.get("outcome").asString().equals("pending"))
						.findFirst()
						.map(row -> Frontdesk.root().found("/api/v1/intake/" + row.get("id").asString())),
						Optional::isPresent)
				.orElseThrow();
	}

	private void act(int number) {
		var after = this.mails.after(number);
		if (after.has("reply")) {
			var message = Frontdesk.root()
					.created("/api/v1/tickets/%d/messages".formatted(ticket(number).orElseThrow()),
							"{\"kind\": \"reply\", \"body\": %s}".formatted(after.get("reply")))
					.get("id");
			this.ours.put(number, awaitSent(number, "reply", message));
		}
		if (after.path("close").asBoolean(false)) {
			Frontdesk.root()
					.patch("/api/v1/tickets/%d".formatted(ticket(number).orElseThrow()), "{\"status\": \"closed\"}");
		}
	}

	private void remember(int number) {
		for (var earlier = 1; earlier <= number; earlier++) {
			var of = earlier;
			ticket(earlier).ifPresent(id -> this.statuses.computeIfAbsent(number, _ -> new TreeMap<>())
					.put(of, Frontdesk.root().found("/api/v1/tickets/" + id).get("status").asString()));
		}
	}

	private JsonNode ourMail(int number) {
		return this.ours.computeIfAbsent(number, it -> awaitSent(it, "created", null));
	}

	private JsonNode awaitSent(int number, String kind, @Nullable JsonNode message) {
		return await().atMost(PATIENCE)
				.until(() -> notifications(number).stream()
						.filter(mail -> mail.get("kind").asString().equals(kind)
								&& mail.get("state").asString().equals("sent")
								&& (message == null || message.equals(mail.get("message"))))
						.findFirst(), Optional::isPresent)
				.orElseThrow();
	}

	private String replyTo(int number) {
		var mail = ourMail(number);
		return Frontdesk.inbox(mail.get("to").asString())
				.stream()
				.filter(it -> it.messageId().equals(mail.get("messageId").asString()))
				.map(ReceivedMail::headers)
				.map(headers -> headers.get("reply-to").getFirst())
				.map(address -> address.replaceAll(".*<|>.*", ""))
				.findFirst()
				.orElseThrow();
	}

	private static String broken(String address) {
		var last = address.indexOf('@') - 1;
		return address.substring(0, last) + (address.charAt(last) == 'a' ? 'b' : 'a') + address.substring(last + 1);
	}

}
