package io.frontdesk.org.sight;

import java.util.List;

import io.frontdesk.http.access.MissingFeatureException;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.Role;

/** What a change takes beside the feature that its endpoint asks for: its content tells. */
public final class Rights {

	private Rights() {}

	public static boolean mayChangeStaff(Caller caller) {
		return caller.role() == Role.SUPER_ADMIN;
	}

	public static boolean maySeeUsers(Caller caller) {
		return caller.features().contains(Features.USER_READ);
	}

	/**
	 * Of companies, projects or tasks. To be asked before there is anything to see: else the answer would tell what there
	 * is to whoever may not change it.
	 *
	 * @param edits whether it changes what a thing is
	 * @param switches whether it deletes or restores it
	 */
	public static void check(Caller caller, boolean edits, boolean switches) {
		require(caller, edits, Features.ORG_WRITE);
		require(caller, switches, Features.ORG_DELETE);
	}

	private static void require(Caller caller, boolean isNeeded, String feature) {
		if (isNeeded && !caller.features().contains(feature)) {
			throw new MissingFeatureException(List.of(feature));
		}
	}

}
