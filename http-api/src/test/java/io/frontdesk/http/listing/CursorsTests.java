package io.frontdesk.http.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.ErrorResponseException;

class CursorsTests {

	private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

	private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

	private final Cursors cursors = new Cursors(KEY);

	@BeforeEach
	void aliceAsks() {
		asks("alice");
	}

	@AfterEach
	void nobodyAsks() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void placeIsReadFromWhatWasGivenForIt() {
		Integer page = this.cursors.take("pages", this.cursors.give("pages", "17"), NUMBER, Integer::valueOf);
		assertThat(page).isEqualTo(17);
		assertThat(take("names", this.cursors.give("names", "bücher & 本"))).isEqualTo("bücher & 本");
		var id = UUID.fromString("6f0e2a56-9d7c-4c43-9c8e-1c1f3f1b6f10");
		assertThat(this.cursors.takeId("rows", this.cursors.giveId("rows", id))).isEqualTo(id);
	}

	@Test
	void firstPageHasNone() {
		assertThat(this.cursors.takeId("rows", null)).isNull();
		assertThat(this.cursors.takeId("rows", "")).isNull();
		assertThat(this.cursors.giveId("rows", null)).isNull();
	}

	@Test
	void everyInstanceWithTheKeyTakesIt() {
		Integer page = new Cursors(KEY).take("pages", this.cursors.give("pages", "17"), NUMBER, Integer::valueOf);
		assertThat(page).isEqualTo(17);
		var other = new Cursors(KEY.replace('0', '1'));
		refused("pages", other.give("pages", "17"));
	}

	@Test
	void cursorOfAnotherCallerIsRefused() {
		var alices = this.cursors.give("pages", "17");
		asks("carol");
		refused("pages", alices);
		assertThat(take("pages", this.cursors.give("carol", "pages", "17"))).isEqualTo("17");
		asks("alic");
		refused("epages", this.cursors.give("alice", "pages", "17"));
	}

	@Test
	void cursorOfAnotherListIsRefused() {
		refused("pages of 2", this.cursors.give("pages of 1", "17"));
		refused("", this.cursors.give("pages", "17"));
	}

	@Test
	void cursorWithAnotherLetterIsRefused() {
		var cursor = this.cursors.give("pages", "17");
		for (var i = 0; i < cursor.length(); i++) {
			for (var letter : new char[]{'A', 'B', '_', 'x', '=', '%', ' ', '\0', 'é'}) {
				if (cursor.charAt(i) != letter) {
					refused("pages", cursor.substring(0, i) + letter + cursor.substring(i + 1));
				}
			}
			refused("pages", cursor.substring(0, i) + cursor.substring(i + 1));
			refused("pages", cursor.substring(0, i) + "A" + cursor.substring(i));
		}
		var last = cursor.charAt(cursor.length() - 1);
		refused("pages", cursor.substring(0, cursor.length() - 1) + (char) (last + 1));
	}

	@Test
	void shortenedCursorIsRefused() {
		var cursor = this.cursors.give("pages", "17");
		for (var length = 1; length < cursor.length(); length++) {
			refused("pages", cursor.substring(0, length));
			refused("pages", cursor.substring(length));
		}
		refused("pages", cursor + cursor);
		refused("pages", cursor + "=");
	}

	@ParameterizedTest
	@ValueSource(strings = {"17", "0 1 999999999999999999 0 0", "9223372036854775807", "x", "%", "MTc==", " ", "\0"})
	void whatAStrangerMadeIsRefused(String place) {
		refused("pages", place);
		refused("pages", text(place.getBytes(StandardCharsets.UTF_8)));
		refused("pages", text(Arrays.copyOf(place.getBytes(StandardCharsets.UTF_8), 80)));
		refused("pages", "A".repeat(8_192) + place);
	}

	@Test
	void placeThatListDoesNotWriteAnyMoreIsRefused() {
		refusedAsNumber("x");
		refusedAsNumber("17\n");
		refusedAsNumber("9999999999");
	}

	@Test
	void nobodyReadsFromACursorWhatItSays() {
		var one = this.cursors.give("pages", "1795000000123456");
		assertThat(new String(Base64.getUrlDecoder().decode(one), StandardCharsets.ISO_8859_1))
				.doesNotContain("1795000000123456", "pages", "alice");
		assertThat(this.cursors.give("pages", "1795000000123456")).isNotEqualTo(one).matches("[A-Za-z0-9_-]+");
	}

	@Test
	void whoHasNoTokenGetsNoCursor() {
		SecurityContextHolder.clearContext();
		assertThatExceptionOfType(UnsupportedOperationException.class)
				.isThrownBy(() -> this.cursors.give("pages", "17"));
	}

	private String take(String list, String cursor) {
		return Objects.requireNonNull(this.cursors.take(list, cursor, Pattern.compile(".*"), place -> place));
	}

	private void refusedAsNumber(String place) {
		var cursor = this.cursors.give("pages", place);
		assertThatExceptionOfType(ErrorResponseException.class)
				.isThrownBy(() -> this.cursors.take("pages", cursor, NUMBER, Integer::valueOf));
	}

	private void refused(String list, String cursor) {
		assertThatExceptionOfType(ErrorResponseException.class).as(cursor)
				.isThrownBy(() -> take(list, cursor))
				.satisfies(ex -> assertThat(ex.getBody().getType()).hasToString("/problems/bad-cursor"));
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static void asks(String subject) {
		var token = Jwt.withTokenValue("test").header("alg", "none").subject(subject).build();
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(subject, token));
	}

}
