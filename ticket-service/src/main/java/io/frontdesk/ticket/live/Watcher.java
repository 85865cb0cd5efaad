package io.frontdesk.ticket.live;

import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.sight.Viewer;

/** Somebody who watches, with the rights that they had when they came. */
record Watcher(Caller caller) {

	boolean maySee(LiveEvent event) {
		return event.concernsAll() || viewer().scope().covers(event.requesterId());
	}

	/** Whether they know tickets by their public version. */
	boolean isOutside() {
		return !viewer().seesAll();
	}

	boolean maySeeCounters() {
		return this.caller.isStaff() && this.caller.features().contains(Features.REPORT_READ);
	}

	private Viewer viewer() {
		return new Viewer(this.caller);
	}

}
