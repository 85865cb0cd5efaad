package io.frontdesk.ticket.dashboard;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One company and one project, or all of them: for each there are ready sums. */
record Slice(UUID company, UUID project) {

	static final UUID ALL = new UUID(-1, -1);

	private static final UUID NONE = new UUID(0, 0);

	static Slice of(DashboardQuery query) {
		return new Slice((query.company() != null) ? query.company() : ALL,
				(query.project() != null) ? query.project() : ALL);
	}

	static @Nullable UUID named(UUID id) {
		return NONE.equals(id) ? null : id;
	}

}
