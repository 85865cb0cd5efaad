package io.frontdesk.local.kafka;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who comes in at a broker.
 *
 * @param own the broker's and the stack's own, which may do everything
 * @param table says what the others may do
 */
public record Access(Login own, TopicTable table, List<Login> others) {

	/** A broker that only its starter speaks to. */
	public static Access only(Login own) {
		return new Access(own, TopicTable.empty(), List.of());
	}

	/** What a broker has been set up for: while it stays the same, there is nothing to do. */
	String wanted() {
		return "%s for %s".formatted(this.table, all());
	}

	List<Login> all() {
		return Stream.concat(Stream.of(this.own), this.others.stream()).toList();
	}

}
