package io.frontdesk.ticket;

import io.frontdesk.http.documentation.ApiDocumentContract;

class ApiDocumentTests extends ApiDocumentContract {

	ApiDocumentTests() {
		super("ticket");
	}

}
