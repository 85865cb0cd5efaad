package io.frontdesk.notification;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.frontdesk.identity.Features;
import io.frontdesk.http.access.PermissionsContract;

@NotificationServiceTest
class PermissionsIT extends PermissionsContract {

	@Autowired
	PermissionsIT(MockMvcTester mvc,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		super(mvc, mappings, endpoint("GET /notifications", null, Features.MAIL_READ),
				endpoint("GET /notifications/{id}", null, Features.MAIL_READ),
				endpoint("POST /notifications/{id}/retry", null, Features.MAIL_MANAGE),
				endpoint("POST /notifications/retry", "{\"reason\": \"no reason\"}", Features.MAIL_MANAGE),
				endpoint("GET /notifications/reply-address", null, Features.MAIL_READ),
				endpoint("POST /notifications/reply-address/check", null, Features.MAIL_MANAGE),
				endpoint("GET /notifications/mutes", null, Features.MAIL_READ),
				endpoint("DELETE /notifications/mutes/{address}", null, Features.MAIL_MANAGE),
				endpoint("POST /notifications/preview", "{}", Features.TICKET_WRITE),
				endpoint("GET /templates", null, Features.TEMPLATE_MANAGE),
				endpoint("GET /templates/{key}", null, Features.TEMPLATE_MANAGE),
				endpoint("PUT /templates/{key}", "{\"subject\": \"\", \"text\": \"\"}", Features.TEMPLATE_MANAGE),
				endpoint("DELETE /templates/{key}", null, Features.TEMPLATE_MANAGE),
				endpoint("POST /templates/{key}/preview", "{}", Features.TEMPLATE_MANAGE),
				endpoint("GET /canned-replies", null, Features.TICKET_WRITE, Features.TEMPLATE_MANAGE),
				endpoint("GET /canned-replies/{id}", null, Features.TICKET_WRITE, Features.TEMPLATE_MANAGE),
				endpoint("POST /canned-replies", "{}", Features.TEMPLATE_MANAGE),
				endpoint("PATCH /canned-replies/{id}", "{}", Features.TEMPLATE_MANAGE),
				endpoint("DELETE /canned-replies/{id}", null, Features.TEMPLATE_MANAGE));
	}

	@Override
	protected String filled(String path) {
		return super.filled(path).replace("{key}", "created").replace("{address}", "nobody@example.org");
	}

}
