package io.frontdesk.ticket.dashboard;

/** What happened in some time. */
final class Flow {

	private int received;

	private final Durations toClose = new Durations();

	private final Durations toReply = new Durations();

	void add(int cell, int n) {
		switch (DayCells.fact(cell)) {
			case DayCells.RECEIVED -> this.received += n;
			case DayCells.CLOSED -> this.toClose.add(DayCells.bucket(cell), n);
			default -> this.toReply.add(DayCells.bucket(cell), n);
		}
	}

	void add(Flow other) {
		this.received += other.received;
		this.toClose.add(other.toClose);
		this.toReply.add(other.toReply);
	}

	int received() {
		return this.received;
	}

	Durations toClose() {
		return this.toClose;
	}

	Durations toReply() {
		return this.toReply;
	}

}
