package io.frontdesk.ticket.listing;

import java.util.stream.Stream;

public enum TicketSort {

	OLDEST_FIRST("requestTime", "asc", ">"), NEWEST_FIRST("-requestTime", "desc", "<");

	private final String parameter;

	private final String direction;

	private final String beyond;

	TicketSort(String parameter, String direction, String beyond) {
		this.parameter = parameter;
		this.direction = direction;
		this.beyond = beyond;
	}

	public static TicketSort of(String parameter) {
		return Stream.of(values())
				.filter(sort -> sort.parameter.equals(parameter))
				.findFirst()
				.orElseThrow(ListProblem.UNKNOWN_SORT::exception);
	}

	String parameter() {
		return this.parameter;
	}

	String direction() {
		return this.direction;
	}

	String beyond() {
		return this.beyond;
	}

}
