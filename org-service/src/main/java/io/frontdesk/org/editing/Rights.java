package io.frontdesk.org.editing;

import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;

/** A change of companies, projects or tasks may need either of two features, or both: its content tells. */
public final class Rights {

	private Rights() {}

	/**
	 * @param edits whether it changes what a thing is
	 * @param switches whether it deletes or restores it
	 */
	public static void check(Caller caller, boolean edits, boolean switches) {
		if (edits && !caller.features().contains(Features.ORG_WRITE)
				|| switches && !caller.features().contains(Features.ORG_DELETE)) {
			throw EditProblem.FORBIDDEN.exception();
		}
	}

}
