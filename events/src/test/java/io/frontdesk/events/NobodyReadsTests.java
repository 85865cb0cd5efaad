package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NobodyReadsTests {

	@ParameterizedTest
	@ValueSource(strings = {"noreply", "No-Reply", "no.reply", "no_reply", "noreply-7", "shop+noreply", "do-not-reply",
			"donotreply", "nicht-antworten", "nichtantworten", "keine-antwort", "nepasrepondre", "ne-pas-repondre",
			"no-responder", "noresponda", "non-rispondere", "nao-responda", "niet-beantwoorden", "svar-ikke",
			"svara-inte", "ala-vastaa", "nie-odpowiadac", "wordpress", "www-data"})
	void addressSaysThatNobodyReadsThere(String local) {
		assertThat(NobodyReads.at(local + "@shop.example")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = {"nora", "reply", "noreen.replyson", "casino.answer", "tecno.reply", "antworten", "press",
			"notary", "info", "support", "svart", "webmaster"})
	void addressOfAPersonSaysNoSuchThing(String local) {
		assertThat(NobodyReads.at(local + "@noreply.example")).isFalse();
	}

}
