package io.frontdesk.events.deadletters;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

import io.frontdesk.events.EventJson;

/** Keeps each letter once, however often it is brought. */
public class DeadLetterBook {

	private static final TypeReference<List<LostEvent.Attribute>> HEADERS = new TypeReference<>() {
	};

	private static final int BATCH = 1_000;

	private final JdbcClient jdbc;

	public DeadLetterBook(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param place where the letter was found: it is known by that
	 * @param consumer the group whose listener gave it up; nobody when it was on its way out
	 */
	public void keep(String place, Direction direction, String consumer, LostEvent event, Failure failure,
			Instant failedAt) {
		var subject = Subject.of(event.data());
		this.jdbc.sql("""
				insert into dead_letter (place, direction, consumer, topic, partition_no, record_offset, key, headers,
				                         data, event_id, mail_id, ticket_id, reason, exception, failed_at)
				values (:place, :direction, :consumer, :topic, :partition, :offset, :key, :headers, :data, :event,
				        :mail, :ticket, :reason, :exception, :failedAt)
				on conflict (place) do nothing
				""")
				.param("place", place)
				.param("direction", direction.name())
				.param("consumer", consumer)
				.param("topic", event.topic())
				.param("partition", event.partition())
				.param("offset", event.offset())
				.param("key", (event.key() != null) ? event.key().replace("\0", "") : null)
				.param("headers", EventJson.MAPPER.writeValueAsString(event.headers()))
				.param("data", event.data())
				.param("event", event.id().map(Failure::line).orElse(null))
				.param("mail", subject.mail())
				.param("ticket", subject.ticket())
				.param("reason", failure.reason())
				.param("exception", failure.exception())
				.param("failedAt", failedAt.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
				.update();
	}

	/** Nobody else gets it until the transaction ends. */
	Optional<Kept> lock(long number) {
		return this.jdbc.sql("""
				select direction, consumer, topic, partition_no, record_offset, key, headers, data,
				       handled_at is not null as handled
				from dead_letter where id = ? for update
				""")
				.param(number)
				.query((row, _) -> new Kept(Direction.valueOf(row.getString("direction")), row.getString("consumer"),
						new LostEvent(row.getString("topic"), row.getInt("partition_no"), row.getLong("record_offset"),
								row.getString("key"), EventJson.MAPPER.readValue(row.getString("headers"), HEADERS),
								row.getBytes("data")),
						row.getBoolean("handled")))
				.optional();
	}

	/** The row stays, so that the letter is known when it is found again; its data need not. */
	void handled(long number) {
		this.jdbc.sql("update dead_letter set handled_at = now(), data = null, headers = '[]' where id = ?")
				.param(number)
				.update();
	}

	void failedAgain(long number, Failure failure) {
		this.jdbc.sql("""
				update dead_letter set reason = ?, exception = ?, attempts = attempts + 1
				where id = ? and handled_at is null
				""").params(failure.reason(), failure.exception(), number).update();
	}

	/** Those that were tried least come first, so that some that fail again hold up none. */
	List<Long> matching(DeadLetterFilter filter, int most) {
		return this.jdbc.sql("""
				select id from dead_letter
				where handled_at is null and topic = coalesce(:topic, topic) and reason ilike :reason
				order by attempts, id limit :most
				""")
				.param("topic", filter.topic())
				.param("reason", filter.reasonPattern())
				.param("most", most)
				.query((row, _) -> row.getLong("id"))
				.list();
	}

	long waiting(DeadLetterFilter filter) {
		return Objects.requireNonNull(this.jdbc.sql("""
				select count(*) from dead_letter
				where handled_at is null and topic = coalesce(:topic, topic) and reason ilike :reason
				""")
				.param("topic", filter.topic())
				.param("reason", filter.reasonPattern())
				.query(Long.class)
				.single());
	}

	void forget(Duration age) {
		while (this.jdbc.sql("""
				delete from dead_letter where id in (
				  select id from dead_letter where failed_at < now() - make_interval(secs => ?)
				  order by failed_at limit ? for update skip locked)
				""").params(age.toSeconds(), BATCH).update() == BATCH) {
			// there may be more
		}
	}

	record Kept(Direction direction, String consumer, LostEvent event, boolean isHandled) {}

}
