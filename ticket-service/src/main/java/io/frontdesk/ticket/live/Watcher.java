package io.frontdesk.ticket.live;

import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;

/** Somebody who watches, with the rights that they had when they came. */
record Watcher(Caller caller) {

	boolean maySee(LiveEvent event) {
		return event.concernsAll() || this.caller.isStaff() || this.caller.person().id().equals(event.requesterId());
	}

	boolean maySeeCounters() {
		return this.caller.isStaff() && this.caller.features().contains(Features.REPORT_READ);
	}

}
