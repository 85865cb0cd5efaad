package io.frontdesk.http.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class EcmaPatternsTests {

	@Test
	void patternIsOfTheWholeTextWhereverItIsLookedFor() {
		var pattern = Pattern.compile(EcmaPatterns.anchored("a|b"));
		assertThat(pattern.matcher("b").find()).isTrue();
		assertThat(pattern.matcher("ab").find()).isFalse();
	}

}
