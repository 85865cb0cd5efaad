package io.frontdesk.notification.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.http.listing.Cursors;
import io.frontdesk.notification.outbound.Notification.Mail;

/** Every mail that was to go out, the newest first. */
@Component
public class NotificationLog {

	/** Counting stops here: nobody reads a bigger number, and the database would. */
	static final int COUNTED = 1_000;

	private final JdbcClient jdbc;

	private final Outlet outlet;

	private final Cursors cursors;

	NotificationLog(JdbcClient jdbc, Outlet outlet, Cursors cursors) {
		this.jdbc = jdbc;
		this.outlet = outlet;
		this.cursors = cursors;
	}

	public Page page(NotificationFilter filter, @Nullable String cursor, int limit) {
		var conditions = filter.conditions();
		var list = "notifications " + conditions;
		var where = conditions.isEmpty() ? "true" : String.join(" and ", conditions.keySet());
		var values = new ArrayList<>(conditions.values());
		var after = this.cursors.take(list, cursor, Cursor.FORMAT, Cursor::of);
		var counted = (after != null) ? after.counted() : count(where, values);
		if (after != null) {
			where += " and (created_at, id) < (?, ?)";
			values.addAll(List.of(after.createdAt(), after.id()));
		}
		var rows = this.jdbc
				.sql("select %s from delivery where %s order by created_at desc, id desc limit %d"
						.formatted(Notification.COLUMNS, where, limit + 1))
				.params(values)
				.query(this::notification)
				.list();
		var isLast = rows.size() <= limit;
		var page = isLast ? rows : rows.subList(0, limit);
		return new Page(page,
				isLast ? null : this.cursors.give(list, Cursor.after(counted, page.getLast()).place()),
				Math.min(counted, COUNTED), counted > COUNTED);
	}

	private int count(String where, List<Object> values) {
		return this.jdbc
				.sql("select count(*) from (select from delivery where %s limit %d)".formatted(where, COUNTED + 1))
				.params(values)
				.query(Integer.class)
				.single();
	}

	public Mail get(UUID id) {
		return this.jdbc
				.sql("select %s, addressed_to, cc, body, html, in_reply_to, refers_to, files from delivery where id = ?"
						.formatted(Notification.COLUMNS))
				.param(id)
				.query(this::mail)
				.optional()
				.orElseThrow(NotificationProblem.NOTIFICATION_NOT_FOUND::exception);
	}

	/** What waits for the server waits for the reason that all mails do, whatever was said of it before. */
	private Notification notification(ResultSet row, int number) throws SQLException {
		var notification = Notification.of(row, number);
		return (notification.state() == DeliveryState.PENDING)
				? this.outlet.trouble().map(trouble -> notification.waitingFor(trouble.why())).orElse(notification)
				: notification;
	}

	private Mail mail(ResultSet row, int number) throws SQLException {
		var notification = notification(row, number);
		var addressedTo = row.getString("addressed_to");
		var files = new StoredFilesConverter().convertToEntityAttribute(row.getString("files"));
		return new Mail(notification, (addressedTo != null) ? addressedTo : notification.to(), list(row, "cc"),
				row.getString("body"), row.getString("html"), row.getString("in_reply_to"), list(row, "refers_to"),
				files.stream().map(Mail.File::of).toList());
	}

	private static List<String> list(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

	/**
	 * @param total exact up to {@value #COUNTED}
	 * @param totalCapped whether there are more
	 */
	public record Page(List<Notification> notifications, @Nullable String next, int total, boolean totalCapped) {}

}
