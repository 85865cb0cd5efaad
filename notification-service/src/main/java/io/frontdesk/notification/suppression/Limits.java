package io.frontdesk.notification.suppression;

import static io.frontdesk.events.transaction.Columns.column;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.frontdesk.notification.outbound.NewDelivery;

/**
 * Token buckets that all instances share. Of a bucket only the time is kept at which it is full again (the generic cell
 * rate algorithm), so that taking from it is one statement, in the transaction of the mail that it is for.
 */
@Component
class Limits {

	private final JdbcClient jdbc;

	private final SuppressionSettings settings;

	private final InstantSource clock;

	Limits(JdbcClient jdbc, SuppressionSettings settings, InstantSource clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Takes from each bucket that counts the mail, or from none. Tells which is empty; null if none is. To be called within
	 * the mail's transaction.
	 *
	 * @param toNewAddress whether nothing proves that the recipient has ever written to us
	 */
	@Nullable
	String exceededBy(NewDelivery mail, boolean toNewAddress) {
		var buckets = Stream.of(Scope.values())
				.filter(scope -> scope.counts(mail, toNewAddress))
				.map(scope -> new Bucket(scope.key(mail), this.settings.limit(scope)))
				.toList();
		var now = now();
		var taken = take(buckets, now);
		var empty = buckets.stream().filter(bucket -> !taken.contains(bucket.key())).findFirst();
		empty.ifPresent(_ -> giveBack(buckets.stream().filter(bucket -> taken.contains(bucket.key())).toList(), now));
		return empty
				.map(bucket -> "Too many automatic mails (%s): %d at once, then %d an hour".formatted(bucket.key(),
						bucket.limit().burst(), bucket.limit().perHour()))
				.orElse(null);
	}

	/** The one that all mails share comes first: who waits for it holds none that its holder may want. */
	private List<String> take(List<Bucket> buckets, OffsetDateTime now) {
		return this.jdbc.sql("""
				with wanted as (
				  select * from unnest(:keys, :afters::timestamptz[], :fullests::timestamptz[]) with ordinality
				  as bucket (key, after, fullest, number))
				insert into mail_allowance (bucket, full_at) select key, after from wanted order by number desc
				on conflict (bucket) do update
				set full_at = greatest(mail_allowance.full_at, :now) + (excluded.full_at - :now)
				where greatest(mail_allowance.full_at, :now) + (excluded.full_at - :now)
				      <= (select fullest from wanted where key = excluded.bucket)
				returning bucket
				""")
				.param("keys", column(buckets, Bucket::key))
				.param("afters", column(buckets, bucket -> now.plus(bucket.limit().interval())))
				.param("fullests",
						column(buckets,
								bucket -> now.plus(bucket.limit().interval().multipliedBy(bucket.limit().burst()))))
				.param("now", now)
				.query((row, _) -> row.getString("bucket"))
				.list();
	}

	private void giveBack(List<Bucket> taken, OffsetDateTime now) {
		this.jdbc.sql("""
				update mail_allowance set full_at = full_at - (taken.after - :now)
				from unnest(:keys, :afters::timestamptz[]) as taken (key, after) where bucket = taken.key
				""")
				.param("keys", column(taken, Bucket::key))
				.param("afters", column(taken, bucket -> now.plus(bucket.limit().interval())))
				.param("now", now)
				.update();
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forgetFullOnes() {
		this.jdbc.sql("delete from mail_allowance where full_at < ?").param(now()).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private record Bucket(String key, Limit limit) {}

}
