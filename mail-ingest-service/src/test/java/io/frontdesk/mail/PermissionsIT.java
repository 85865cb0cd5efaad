package io.frontdesk.mail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.frontdesk.identity.Features;
import io.frontdesk.http.access.PermissionsContract;

@MailIngestTest
class PermissionsIT extends PermissionsContract {

	@Autowired
	PermissionsIT(MockMvcTester mvc,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		super(mvc, mappings, endpoint("GET /intake", null, Features.MAIL_READ),
				endpoint("GET /intake/mailboxes", null, Features.MAIL_READ),
				endpoint("GET /intake/{id}", null, Features.MAIL_READ),
				endpoint("GET /intake/{id}/source", null, Features.MAIL_READ),
				endpoint("POST /intake/{id}/retry", null, Features.MAIL_MANAGE),
				endpoint("POST /intake/{id}/release", null, Features.MAIL_MANAGE));
	}

}
