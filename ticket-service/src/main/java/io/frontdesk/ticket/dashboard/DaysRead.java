package io.frontdesk.ticket.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Days in UTC, remembered: a busy day is 40 KB, and hardly one but today's changes. What is remembered is used only while
 * the database still has that version of the row.
 */
@Component
class DaysRead {

	/** Of all days that are remembered: some 20 MB. */
	private static final int MOST_CELLS = 2_500_000;

	private final JdbcClient jdbc;

	private final Map<Key, DayCells> remembered = new LinkedHashMap<>(64, 0.75f, true);

	private long cells;

	DaysRead(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<DayCells> between(Slice slice, int first, int last) {
		var days = new ArrayList<DayCells>();
		var unknown = new ArrayList<Integer>();
		for (var row : versions(slice, first, last)) {
			var known = recall(new Key(slice, row.day()));
			if (known != null && known.version() == row.version()) {
				days.add(known);
			} else {
				unknown.add(row.day());
			}
		}
		if (!unknown.isEmpty()) {
			var read = read(slice, unknown);
			read.forEach(day -> remember(new Key(slice, day.day()), day));
			days.addAll(read);
		}
		return days;
	}

	/** The row's transaction is its version: unlike a counter it does not start again when counts are made anew. */
	private List<Version> versions(Slice slice, int first, int last) {
		return this.jdbc.sql("""
				select day, xmin::text::bigint as version from dashboard_day
				where company = ? and project = ? and day between ? and ?
				""").params(slice.company(), slice.project(), first, last)
				.query((row, _) -> new Version(row.getInt("day"), row.getLong("version")))
				.list();
	}

	private List<DayCells> read(Slice slice, List<Integer> days) {
		return this.jdbc.sql("""
				select day, xmin::text::bigint as version, cells, counts from dashboard_day
				where company = ? and project = ? and day = any (?)
				""")
				.params(slice.company(), slice.project(), days.toArray(Integer[]::new))
				.query((row, _) -> new DayCells(row.getInt("day"), row.getLong("version"),
						numbers(row.getArray("cells").getArray()), numbers(row.getArray("counts").getArray())))
				.list();
	}

	private static int[] numbers(Object array) {
		return Arrays.stream((Integer[]) array).mapToInt(Integer::intValue).toArray();
	}

	private synchronized @Nullable DayCells recall(Key key) {
		return this.remembered.get(key);
	}

	private synchronized void remember(Key key, DayCells day) {
		var before = this.remembered.put(key, day);
		this.cells += day.cells().length - ((before != null) ? before.cells().length : 0);
		var oldest = this.remembered.values().iterator();
		while (this.cells > MOST_CELLS && oldest.hasNext()) {
			this.cells -= oldest.next().cells().length;
			oldest.remove();
		}
	}

	private record Version(int day, long version) {}

	private record Key(Slice slice, int day) {}

}
