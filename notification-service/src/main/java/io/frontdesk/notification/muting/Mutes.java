package io.frontdesk.notification.muting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.AddressForm;
import io.frontdesk.notification.outbound.RecipientUnknown;

/** Who gets no automatic mail for a while. What staff write is sent nevertheless. */
@Component
@Transactional
public class Mutes {

	private static final RowMapper<Mute> ROWS = (row, _) -> new Mute(row.getString("address"), row.getString("reason"),
			row.getObject("muted_at", OffsetDateTime.class).toInstant(),
			row.getObject("muted_until", OffsetDateTime.class).toInstant());

	private final JdbcClient jdbc;

	private final MutingSettings settings;

	private final InstantSource clock;

	Mutes(JdbcClient jdbc, MutingSettings settings, InstantSource clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/** Muted twice is muted until the later time, for the later reason. */
	public void mute(String address, String reason, Instant until) {
		this.jdbc.sql("""
				insert into mute (address, reason, muted_at, muted_until) values (?, ?, ?, ?)
				on conflict (address) do update
				set reason = excluded.reason, muted_until = greatest(mute.muted_until, excluded.muted_until)
				""").params(key(address), reason, time(this.clock.instant()), time(until)).update();
	}

	@EventListener
	void on(RecipientUnknown unknown) {
		mute(unknown.address(), unknown.why(), this.clock.instant().plus(this.settings.time()));
	}

	@Transactional(readOnly = true)
	public Optional<Mute> of(String address) {
		return this.jdbc.sql("select * from mute where address = ? and muted_until > ?")
				.params(key(address), time(this.clock.instant()))
				.query(ROWS)
				.optional();
	}

	/** By address. */
	@Transactional(readOnly = true)
	public Page page(@Nullable String after, int limit) {
		var now = time(this.clock.instant());
		var rows = this.jdbc.sql("select * from mute where muted_until > ? and address > ? order by address limit ?")
				.params(now, (after != null) ? after : "", limit + 1)
				.query(ROWS)
				.list();
		var total = this.jdbc.sql("select count(*) from mute where muted_until > ?")
				.param(now)
				.query(Long.class)
				.single();
		var isLast = rows.size() <= limit;
		var page = isLast ? rows : rows.subList(0, limit);
		return new Page(page, isLast ? null : page.getLast().address(), total);
	}

	public void lift(String address) {
		var lifted = this.jdbc.sql("delete from mute where address = ? and muted_until > ?")
				.params(key(address), time(this.clock.instant()))
				.update();
		if (lifted == 0) {
			throw MuteProblem.MUTE_NOT_FOUND.exception();
		}
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forget() {
		this.jdbc.sql("delete from mute where muted_until <= ?").param(time(this.clock.instant())).update();
	}

	private static String key(String address) {
		return AddressForm.of(address);
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	public record Page(List<Mute> mutes, @Nullable String next, long total) {}

}
