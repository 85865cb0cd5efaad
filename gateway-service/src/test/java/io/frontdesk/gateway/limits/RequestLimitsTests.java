package io.frontdesk.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestLimitsTests {

	@ParameterizedTest
	@CsvSource({"/actuator/health, true", "/actuator/health/liveness, true", "/actuator/healthy, false",
			"/actuator/health.json, false", "/actuator/health-x/y, false", "/actuator, false",
			"/api/v1/tickets, false"})
	void onlyHealthAndItsPartsAreNotLimited(String path, boolean free) {
		assertThat(RequestLimits.isHealth(new MockHttpServletRequest("GET", path))).isEqualTo(free);
	}

}
