package io.frontdesk.ticket.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

import io.frontdesk.ticket.search.SearchText.Qualifier;
import io.frontdesk.ticket.search.SearchText.Term;

class SearchTextTests {

	@Test
	void wordsPhrasesAndNegationsAreTerms() {
		assertThat(read("printer \"on Fire\" -water -\"cold coffee\" anna@acme.example").terms()).containsExactly(
				term("printer"), new Term(List.of("on", "fire"), false, true), not("water"),
				new Term(List.of("cold", "coffee"), true, true),
				term("anna", "acme", "example"));
	}

	@ParameterizedTest
	@CsvSource({"dru,drucker,true", "dru,laserdrucker,false", "druck,laserdrucker,true", "Straß,strassen,true",
			"dr,drucker,false", "123,12345,false", "hp42,hp4200,true", "\"druck\",drucker,false",
			"-druck,drucker,false", "druck-er,drucker,false", "druck*,drucker,true"})
	void partOfAWordFindsItUnlessOneAsksForTheWholeWord(String typed, String word, boolean found) {
		assertThat(read(typed).terms().getFirst().finds(word)).isEqualTo(found);
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
	void manyWordsAreCutAndSaySo() {
		assertThat(read("word ".repeat(17)).terms()).hasSize(16);
		assertThat(read("word ".repeat(17)).hints()).hasSize(1);
		assertThat(read("a-b-c-d-e ".repeat(10)).terms().stream().mapToInt(term -> term.words().size()).sum())
				.isEqualTo(32);
		assertThat(read("a-b-c-d-e ".repeat(10)).hints()).hasSize(1);
		assertThat(read("a-".repeat(500)).terms()).singleElement()
				.satisfies(term -> assertThat(term.words()).hasSize(32));
		assertThat(read("word ".repeat(16)).hints()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({"x,1001,characters", "'word ',2000,characters", "é,1001,characters", "'tag:a ',11,qualifiers",
			"'-tag:a ',100,qualifiers", "'company:ab ',90,qualifiers", "'has:attachment ',11,qualifiers",
			"'requester:\"John Doe\" ',45,qualifiers", "'is:open received:2026-11-01 ',6,qualifiers",
			"'status:nothing ',60,qualifiers"})
	void whatAsksForTooMuchIsRefusedWithItsBoundAndCount(String part, int times, String what) {
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> read(part.repeat(times)))
				.satisfies(ex -> assertThat(ex.getBody().getType()).hasToString("/problems/invalid-request"))
				.satisfies(ex -> assertThat(ex.getBody().getProperties()).hasEntrySatisfying("errors",
						errors -> assertThat(errors).asString().contains("field=q", what,
								what.equals("qualifiers") ? "at most 10" : "at most 1,000")));
	}

	@Test
	void mostThatMayBeAskedForIs() {
		assertThat(read("tag:a ".repeat(10)).qualifiers()).hasSize(10);
		assertThat(read("x".repeat(1_000)).terms()).hasSize(1);
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
		return new Term(List.of(words), false, false);
	}

	private static Term not(String... words) {
		return new Term(List.of(words), true, false);
	}

}
