package io.frontdesk.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class HeaderTextTests {

	private final StrictHttpFirewall spring = new StrictHttpFirewall();

	@Test
	void allowsWhatSpringAllows() {
		assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(character -> {
			var value = "a" + Character.toString(character) + "z";
			return HeaderText.isPlain(value) != allowedBySpring(value);
		})).isEmpty();
	}

	private boolean allowedBySpring(String value) {
		var request = new MockHttpServletRequest("GET", "/");
		request.addHeader("Some-Header", value);
		try {
			return value.equals(this.spring.getFirewalledRequest(request).getHeader("Some-Header"));
		} catch (RequestRejectedException _) {
			return false;
		}
	}

}
