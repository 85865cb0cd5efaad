package io.frontdesk.org;

import io.frontdesk.http.documentation.ApiDocumentContract;

class ApiDocumentTests extends ApiDocumentContract {

	ApiDocumentTests() {
		super("org");
	}

}
