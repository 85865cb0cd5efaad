package io.frontdesk.ticket.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.frontdesk.ticket.search.SearchText.Qualifier;
import io.frontdesk.ticket.search.SearchText.Term;

class SearchTextTests {

	@Test
	void wordsPhrasesAndNegationsAreTerms() {
		assertThat(read("printer \"on Fire\" -water -\"cold coffee\" anna@acme.example").terms()).containsExactly(
				term("printer"), term("on", "fire"), not("water"), not("cold", "coffee"),
				term("anna", "acme", "example"));
	}

	@Test
	void qualifiersAreNoTerms() {
		var text = read("STATUS:open company:\"Acme Corp\" -tag:vip received:>=2026-11-01 toner");
		assertThat(text.qualifiers()).containsExactly(new Qualifier("status", "open", false),
				new Qualifier("company", "Acme Corp", false), new Qualifier("tag", "vip", true),
				new Qualifier("received", ">=2026-11-01", false));
		assertThat(text.terms()).containsExactly(term("toner"));
		assertThat(text.hints()).isEmpty();
	}

	@Test
	void unknownQualifierIsTextAndSaysSo() {
		var text = read("colour:red");
		assertThat(text.terms()).containsExactly(term("colour", "red"));
		assertThat(text.hints()).singleElement().asString().contains("“colour:”", "status:");
	}

	@Test
	void addressesAndTimesAreNoQualifiers() {
		assertThat(read("http://acme.example/x 10:30").hints()).isEmpty();
		assertThat(read("http://acme.example").terms()).containsExactly(term("http", "acme", "example"));
	}

	@Test
	void clientHasFewerQualifiers() {
		var text = SearchText.of("assignee:me", SearchText.CLIENTS_KEYS);
		assertThat(text.qualifiers()).isEmpty();
		assertThat(text.hints()).singleElement().asString().doesNotContain("company");
	}

	@Test
	void endlessTextIsCutAndSaysSo() {
		assertThat(read("word ".repeat(2_000)).hints()).hasSize(2);
		assertThat(read("x".repeat(10_000)).terms()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"🎉", "-", "--", "\"", "\"\"", "& | !", "\u0000", "()", ":", "\uD800"})
	void whatHasNoWordSaysSo(String typed) {
		var text = read(typed);
		assertThat(text.terms()).isEmpty();
		assertThat(text.qualifiers()).isEmpty();
		assertThat(text.hints()).isNotEmpty();
	}

	private static SearchText read(String typed) {
		return SearchText.of(typed, SearchText.KEYS);
	}

	private static Term term(String... words) {
		return new Term(List.of(words), false);
	}

	private static Term not(String... words) {
		return new Term(List.of(words), true);
	}

}
