package io.frontdesk.notification;

import io.frontdesk.http.documentation.ApiDocumentContract;

class ApiDocumentTests extends ApiDocumentContract {

	ApiDocumentTests() {
		super("notification");
	}

}
