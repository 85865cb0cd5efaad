package io.frontdesk.load;

import java.util.List;

/** @param calls which each client makes in this order, over and over, beginning at a place of its own */
record Scenario(String name, List<Call> calls) {

	static Scenario of(String name, String url) {
		return new Scenario(name, List.of(Call.get(url)));
	}

	Call call(int client, int clients, int number) {
		return this.calls.get((client * this.calls.size() / clients + number) % this.calls.size());
	}

}
