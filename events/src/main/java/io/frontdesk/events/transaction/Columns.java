package io.frontdesk.events.transaction;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Rows as PostgreSQL's {@code unnest} takes them, with which one statement writes them all: an array for each column. */
public final class Columns {

	private Columns() {}

	/** As texts; the statement casts them to what the column is. */
	public static <T> @Nullable String[] column(List<T> rows, Function<T, ? extends @Nullable Object> field) {
		return rows.stream().map(field).map(value -> (value != null) ? value.toString() : null).toArray(String[]::new);
	}

}
