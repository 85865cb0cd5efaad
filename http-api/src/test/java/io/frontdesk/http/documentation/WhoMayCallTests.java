package io.frontdesk.http.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoMayCallTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"super-admin | Super admins.", "super-admin admin | Staff.",
			"super-admin admin client | Anybody who is logged in.",
			"org:read | Super admins and admins with `org:read`.",
			"org:write org:delete | Super admins and admins with `org:write` or `org:delete`.",
			"ticket:read client | Super admins, admins with `ticket:read`, and clients for what is theirs."})
	void authoritiesAreSaidInWords(String authorities, String words) {
		assertThat(WhoMayCall.inWords(List.of(authorities.split(" ")))).isEqualTo(words);
	}

}
