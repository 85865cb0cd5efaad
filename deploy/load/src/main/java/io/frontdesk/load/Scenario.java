package io.frontdesk.load;

import java.util.List;

/** @param calls of which each client makes a part of its own over and over, so that no two change one ticket at once */
record Scenario(String name, List<Call> calls) {

	static Scenario of(String name, String url) {
		return new Scenario(name, List.of(Call.get(url)));
	}

	Call call(int client, int clients, int number) {
		int part = Math.max(1, this.calls.size() / clients);
		return this.calls.get((client * part + number % part) % this.calls.size());
	}

}
