package io.frontdesk.mail;

import io.frontdesk.http.documentation.ApiDocumentContract;

class ApiDocumentTests extends ApiDocumentContract {

	ApiDocumentTests() {
		super("mail-ingest");
	}

}
