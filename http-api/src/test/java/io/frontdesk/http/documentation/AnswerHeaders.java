package io.frontdesk.http.documentation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/** The headers of an answer that programs act on; what an operation gives tells which. */
final class AnswerHeaders {

	private static final Map<String, String> WHAT = Map.of(HttpHeaders.LOCATION, "Where it is",
			HttpHeaders.ETAG, "Its version, for If-Match or If-None-Match", HttpHeaders.CONTENT_DISPOSITION,
			"Whether to save it, and under which name", HttpHeaders.RETRY_AFTER, "Seconds to wait");

	private AnswerHeaders() {}

	static Set<String> of(String status, HandlerMethod method, Says says) {
		var names = new TreeSet<>(Set.of(says.headers()));
		var type = ResolvableType.forMethodReturnType(method.getMethod());
		if (type.toClass() == ResponseEntity.class) {
			var body = type.getGeneric(0).toClass();
			if (status.equals("201")) {
				names.add(HttpHeaders.LOCATION);
			}
			if (body.isRecord()
					&& Stream.of(body.getRecordComponents()).anyMatch(it -> it.getName().equals("version"))) {
				names.add(HttpHeaders.ETAG);
			}
			if (Resource.class.isAssignableFrom(body)) {
				names.add(HttpHeaders.CONTENT_DISPOSITION);
			}
		}
		return status.startsWith("20") && !status.equals("204") ? names : Set.of();
	}

	static void add(ApiResponse answer, String name) {
		var value = new Schema<>().types(Set.of(name.equals(HttpHeaders.RETRY_AFTER) ? "integer" : "string"));
		answer.addHeaderObject(name, new Header().description(WHAT.get(name)).schema(value));
	}

}
