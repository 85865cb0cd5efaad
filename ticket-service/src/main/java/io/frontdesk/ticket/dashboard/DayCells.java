package io.frontdesk.ticket.dashboard;

/**
 * What happened on a day in UTC, as dashboard_day keeps it.
 *
 * @param version changes with the cells
 */
@SuppressWarnings("ArrayRecordComponent")
record DayCells(int day, long version, int[] cells, int[] counts) {

	static final int QUARTERS = 96;

	static final int RECEIVED = 0;

	static final int CLOSED = 1;

	static final int REPLIED = 2;

	static int quarter(int cell) {
		return cell >>> 11;
	}

	static int fact(int cell) {
		return cell >>> 9 & 3;
	}

	static int bucket(int cell) {
		return cell & 511;
	}

}
