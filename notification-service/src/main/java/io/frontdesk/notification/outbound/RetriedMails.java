package io.frontdesk.notification.outbound;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes many mails pending that had failed. */
@Component
public class RetriedMails {

	/** In one transaction. */
	static final int MOST = 1_000;

	private final JdbcClient jdbc;

	RetriedMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Result retry(FailedFilter filter, Instant now) {
		var conditions = filter.conditions();
		var time = now.atOffset(ZoneOffset.UTC);
		var values = new ArrayList<Object>();
		values.add(time);
		values.add(time);
		values.addAll(conditions.values());
		var retried = this.jdbc.sql("""
				update delivery set state = 'PENDING', tried_since = ?, next_attempt_at = ?, version = version + 1
				where id in (select id from delivery where state = 'FAILED' and %s
				             order by created_at, id limit %d for update skip locked)
				""".formatted(String.join(" and ", conditions.keySet()), MOST)).params(values).update();
		return new Result(retried, retried == MOST);
	}

	/** @param more whether there may be others: then it is to be called again */
	public record Result(int retried, boolean more) {}

}
