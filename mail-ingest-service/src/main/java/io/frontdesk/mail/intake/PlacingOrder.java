package io.frontdesk.mail.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import io.frontdesk.mail.reading.Heading;

/**
 * In which order mails are told of: as they are numbered, but an answer after what it answers. One that is not read yet
 * keeps back those of its sender, those that it names and those that name it; nobody else's.
 */
final class PlacingOrder {

	private final List<Candidate> mails;

	private PlacingOrder(List<Candidate> mails) {
		this.mails = mails;
	}

	/** Those that can be told of now. */
	static List<Candidate> of(List<Candidate> numbered) {
		return new PlacingOrder(numbered).inOrder();
	}

	private List<Candidate> inOrder() {
		var kept = kept();
		var ahead = new ArrayList<Integer>();
		for (var i = 0; i < this.mails.size(); i++) {
			if (!kept.contains(i)) {
				ahead.add(i);
			}
		}
		var order = new ArrayList<Candidate>();
		while (!ahead.isEmpty()) {
			var next = first(ahead, mail -> ahead.stream().noneMatch(other -> comesAfter(mail, other)));
			ahead.remove(Integer.valueOf(next));
			order.add(this.mails.get(next));
		}
		return order;
	}

	/** In a circle, which only a forger makes, it is the first of all. */
	private static int first(List<Integer> ahead, Predicate<Integer> free) {
		return ahead.stream().filter(free).findFirst().orElseGet(ahead::getFirst);
	}

	private Set<Integer> kept() {
		var kept = new HashSet<Integer>();
		for (var i = 0; i < this.mails.size(); i++) {
			if (!this.mails.get(i).read()) {
				kept.add(i);
			}
		}
		var more = !kept.isEmpty();
		while (more) {
			more = false;
			for (var i = 0; i < this.mails.size(); i++) {
				var mail = i;
				more |= !kept.contains(i) && kept.stream().anyMatch(other -> comesAfter(mail, other)) && kept.add(i);
			}
		}
		return kept;
	}

	private boolean comesAfter(int mail, int other) {
		var heading = this.mails.get(mail).heading();
		var others = this.mails.get(other).heading();
		var answers = heading.names(others);
		var isAnswered = others.names(heading);
		if (answers != isAnswered) {
			return answers;
		}
		return other < mail && (answers || heading.isOfTheSender(others));
	}

	/** @param heading of one that is not read yet, as far as its beginning tells */
	record Candidate(UUID id, boolean read, Heading heading) {}

}
