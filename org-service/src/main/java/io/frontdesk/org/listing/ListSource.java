package io.frontdesk.org.listing;

import java.util.UUID;

import org.springframework.jdbc.core.RowMapper;

/**
 * Where a list comes from, in SQL.
 *
 * @param name of the list
 * @param alias of the table that has {@code id}, {@code active} and {@code search}
 * @param sort what callers call the key
 * @param key an expression, in which the list is sorted
 */
public record ListSource<T>(String name, String alias, String columns, String from, String sort, String key,
		RowMapper<T> rows) {

	/** A condition on the rows, with one parameter. */
	public record Filter(String condition, String parameter, Object value) {}

	String one() {
		return "select %s from %s where %s.id = :id".formatted(this.columns, this.from, this.alias);
	}

	RowMapper<Positioned<T>> positioned() {
		return (row, number) -> new Positioned<>(this.rows.mapRow(row, number), row.getString("sort_key"),
				row.getObject("sort_id", UUID.class));
	}

	record Positioned<T>(T row, String key, UUID id) {}

}
