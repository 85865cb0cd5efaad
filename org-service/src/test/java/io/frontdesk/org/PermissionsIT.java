package io.frontdesk.org;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.frontdesk.identity.Features;
import io.frontdesk.http.access.PermissionsContract;

@OrgServiceTest
class PermissionsIT extends PermissionsContract {

	private static final String NAMED = "{\"name\": \"N\", \"%s\": \"00000000-0000-0000-0000-000000000000\"}";

	@Autowired
	PermissionsIT(MockMvcTester mvc,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		super(mvc, mappings, endpoint("GET /me", null, CLIENT, ANY_ADMIN),
				endpoint("PATCH /me", "{}", CLIENT, ANY_ADMIN),
				endpoint("GET /users", null, Features.USER_READ),
				endpoint("POST /users", "{\"email\": \"taken@example.org\"}", Features.USER_WRITE),
				endpoint("GET /users/{id}", null, Features.USER_READ),
				endpoint("PATCH /users/{id}", "{}", Features.USER_WRITE),
				endpoint("DELETE /users/{id}", null, Features.USER_WRITE),
				endpoint("PUT /users/{id}/features", "{\"features\": []}"),
				endpoint("DELETE /users/{id}/addresses/{address}", null),
				endpoint("GET /companies", null, Features.ORG_READ),
				endpoint("POST /companies", "{\"name\": \"N\"}", Features.ORG_WRITE),
				endpoint("GET /companies/{id}", null, Features.ORG_READ),
				endpoint("PATCH /companies/{id}", "{}", Features.ORG_WRITE, Features.ORG_DELETE),
				endpoint("DELETE /companies/{id}", null, Features.ORG_DELETE),
				endpoint("GET /projects", null, Features.ORG_READ, CLIENT),
				endpoint("POST /projects", NAMED.formatted("company"), Features.ORG_WRITE),
				endpoint("GET /projects/{id}", null, Features.ORG_READ),
				endpoint("PATCH /projects/{id}", "{}", Features.ORG_WRITE, Features.ORG_DELETE),
				endpoint("DELETE /projects/{id}", null, Features.ORG_DELETE),
				endpoint("GET /tasks", null, Features.ORG_READ, CLIENT),
				endpoint("POST /tasks", NAMED.formatted("project"), Features.ORG_WRITE),
				endpoint("GET /tasks/{id}", null, Features.ORG_READ),
				endpoint("PATCH /tasks/{id}", "{}", Features.ORG_WRITE, Features.ORG_DELETE),
				endpoint("DELETE /tasks/{id}", null, Features.ORG_DELETE));
	}

	@Override
	protected String filled(String path) {
		return super.filled(path).replace("{address}", "former@example.org");
	}

}
