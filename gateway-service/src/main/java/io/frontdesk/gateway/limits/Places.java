package io.frontdesk.gateway.limits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** So many for each, and remembered only while somebody has one. */
class Places {

	private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

	private final int atMost;

	Places(int atMost) {
		this.atMost = atMost;
	}

	/** Has taken none when it says no. */
	boolean take(String who) {
		var free = this.taken.merge(who, 1, Integer::sum) <= this.atMost;
		if (!free) {
			giveBack(who);
		}
		return free;
	}

	void giveBack(String who) {
		this.taken.computeIfPresent(who, (_, taken) -> (taken > 1) ? taken - 1 : null);
	}

}
