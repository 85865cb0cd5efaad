package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class DocumentedTests {

	private static final String PROBLEM = """
			{"type": "/problems/ticket-not-found", "title": "Not Found", "status": 404, "detail": "None.",
			"instance": "/api/v1/tickets/1000000"%s}""";

	private final Documented api = new Documented(Documented.file());

	@Test
	void answerThatTheDocumentSaysIsFine() {
		assertThat(this.api.findings("GET", "/api/v1/tickets/1000000", 404, "application/problem+json",
				PROBLEM.formatted(""))).isEmpty();
		assertThat(this.api.findings("DELETE", "/api/v1/tickets/1000000", 204, "", "")).isEmpty();
		assertThat(this.api.findings("GET", "/api/v1/tickets/export", 200, "text/csv;charset=UTF-8", "id")).isEmpty();
	}

	@Test
	void statusTypeOrMemberThatItDoesNotSayIsAFinding() {
		assertThat(this.api.findings("GET", "/api/v1/tickets/1000000", 418, "application/json", "{}"))
				.contains("no such status");
		assertThat(this.api.findings("GET", "/api/v1/tickets/1000000", 404, "text/html", "Not found"))
				.contains("no such Content-Type");
		assertThat(this.api.findings("GET", "/api/v1/tickets/1000000", 404, "application/problem+json",
				PROBLEM.formatted(", \"secret\": 1"))).isNotEmpty();
		assertThat(this.api.findings("GET", "/api/v1/tickets/1000000", 200, "application/json", "{\"id\": 1000000}"))
				.isNotEmpty();
		assertThat(this.api.findings("DELETE", "/api/v1/tickets/1000000", 204, "application/json", "{}"))
				.contains("a body");
	}

	@Test
	void headerThatItDoesNotSayIsAFinding() {
		assertThat(undeclared(200, "ETag")).isEmpty();
		assertThat(undeclared(200, "Location")).contains("the header Location");
		assertThat(undeclared(200, "Date")).isEmpty();
		assertThat(undeclared(429, "Retry-After")).isEmpty();
	}

	private Optional<String> undeclared(int status, String header) {
		return this.api.undeclared("GET", "/api/v1/tickets/1000000", status,
				HttpHeaders.of(Map.of(header, List.of("1")), (_, _) -> true));
	}

}
