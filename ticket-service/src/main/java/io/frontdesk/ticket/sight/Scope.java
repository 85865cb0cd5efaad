package io.frontdesk.ticket.sight;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The tickets that somebody may see: one by one, as SQL, and as the search index has them. */
public sealed interface Scope {

	/** @param requester null for what no client may hear of */
	boolean covers(@Nullable UUID requester);

	/**
	 * On {@code ticket t}; literal, so that the planner sees which index will do.
	 *
	 * @param bind takes a value into the statement, and names it
	 */
	String sql(Function<Object, String> bind);

	/** The word that all of them have in the search index, if it takes one. */
	Optional<String> word();

	record Everything() implements Scope {

		@Override
		public boolean covers(@Nullable UUID requester) {
			return true;
		}

		@Override
		public String sql(Function<Object, String> bind) {
			return "true";
		}

		@Override
		public Optional<String> word() {
			return Optional.empty();
		}

	}

	record Nothing() implements Scope {

		@Override
		public boolean covers(@Nullable UUID requester) {
			return false;
		}

		@Override
		public String sql(Function<Object, String> bind) {
			return "false";
		}

		@Override
		public Optional<String> word() {
			return Optional.empty();
		}

	}

	record OfRequester(UUID id) implements Scope {

		@Override
		public boolean covers(@Nullable UUID requester) {
			return this.id.equals(requester);
		}

		@Override
		public String sql(Function<Object, String> bind) {
			return "t.requester_id = " + bind.apply(this.id);
		}

		@Override
		public Optional<String> word() {
			return Optional.of("requester:" + this.id);
		}

	}

}
