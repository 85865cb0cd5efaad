package io.frontdesk.notification.suppression;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

	/** Which bucket is empty; null if none is. The one that all mails share comes last, so that it is locked shortest. */
	@Nullable
	String exceededBy(NewDelivery mail) {
		return Stream.of(Scope.values())
				.filter(scope -> scope.counts(mail) && !take(scope, mail))
				.findFirst()
				.map(scope -> "Too many automatic mails (%s): %d at once, then %d an hour".formatted(scope.key(mail),
						this.settings.limit(scope).burst(), this.settings.limit(scope).perHour()))
				.orElse(null);
	}

	private boolean take(Scope scope, NewDelivery mail) {
		var limit = this.settings.limit(scope);
		var now = now();
		var one = limit.interval();
		return this.jdbc.sql("""
				insert into mail_allowance (bucket, full_at) values (:bucket, :after)
				on conflict (bucket) do update
				set full_at = greatest(mail_allowance.full_at, :now) + (:after - :now)
				where greatest(mail_allowance.full_at, :now) + (:after - :now) <= :fullest
				""")
				.param("bucket", scope.key(mail))
				.param("now", now)
				.param("after", now.plus(one))
				.param("fullest", now.plus(one.multipliedBy(limit.burst())))
				.update() == 1;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forgetFullOnes() {
		this.jdbc.sql("delete from mail_allowance where full_at < ?").param(now()).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
