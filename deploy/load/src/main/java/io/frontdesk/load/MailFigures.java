package io.frontdesk.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a bench of mails measures, to compare. */
final class MailFigures {

	private static final int PARTS = 3;

	private final List<Long> singles = new ArrayList<>();

	private final Map<String, List<Double>> rates = new LinkedHashMap<>();

	private final Map<String, List<Double>> latencies = new LinkedHashMap<>();

	void single(long milliseconds) {
		this.singles.add(milliseconds);
	}

	void rate(String name, double perSecond) {
		this.rates.computeIfAbsent(name, _ -> new ArrayList<>()).add(perSecond);
	}

	void latency(String name, double milliseconds) {
		this.latencies.computeIfAbsent(name, _ -> new ArrayList<>()).add(milliseconds);
	}

	List<Figure> all() {
		List<Figure> all = new ArrayList<>();
		all.add(new Figure("one mail to its reply, p50 ms", false, IntStream.range(0, PARTS)
				.mapToObj(part -> this.singles.subList(this.singles.size() * part / PARTS,
						this.singles.size() * (part + 1) / PARTS))
				.map(part -> part.stream().sorted().toList().get(part.size() / 2).doubleValue())
				.toList()));
		this.rates.forEach((name, rounds) -> all.add(new Figure(name, true, rounds)));
		this.latencies.forEach((name, rounds) -> all.add(new Figure(name, false, rounds)));
		return all;
	}

}
