package io.frontdesk.http.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the API's document says of a service is what its code says. */
public abstract class ApiDocumentContract {

	private static final boolean WRITE = Boolean.getBoolean("frontdesk.docs.write");

	private final String service;

	protected ApiDocumentContract(String service) {
		this.service = service;
	}

	@Test
	void documentSaysWhatTheCodeSays() {
		var committed = WholeDocument.committed();
		var current = committed.with(this.service, ServiceDocument.of(getClass().getPackageName()));
		if (WRITE) {
			current.write();
		}
		assertThat(WholeDocument.committed().text())
				.as("gateway-service's openapi.json against the code; CONTRIBUTING.md has how to write it anew")
				.isEqualTo(current.text());
	}

}
