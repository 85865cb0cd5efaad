package io.frontdesk.org.users;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Users in the order of their addresses. */
@Component
public class UserList {

	private final JdbcClient jdbc;

	UserList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param after the last address of the page before; null for the first page */
	public Page page(@Nullable String after, int limit) {
		var rows = this.jdbc.sql("""
				select id, email, first_name, last_name, staff, active from users
				where active and (:after::text is null or email > :after)
				order by email limit :limit
				""").param("after", after).param("limit", limit + 1).query(Row.class).list();
		var isLast = rows.size() <= limit;
		var page = isLast ? rows : rows.subList(0, limit);
		var total = this.jdbc.sql("select count(*) from users where active").query(Long.class).single();
		return new Page(page, isLast ? null : page.getLast().email(), total);
	}

	public record Page(List<Row> items, @Nullable String nextCursor, long total) {}

	public record Row(UUID id, String email, String firstName, String lastName, boolean staff, boolean active) {}

}
