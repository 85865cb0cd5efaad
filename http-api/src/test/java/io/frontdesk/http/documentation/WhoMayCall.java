package io.frontdesk.http.documentation;

import java.util.List;

import io.swagger.v3.oas.models.Operation;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

import io.frontdesk.http.access.RequiredAuthorities;

/**
 * Says who may call an operation: x-required-authority lists authorities of which a caller needs one, and
 * x-answer-authority names the one that staff need besides to be told anything.
 */
class WhoMayCall implements GlobalOperationCustomizer {

	static final String EXTENSION = "x-required-authority";

	static final String ANSWER_EXTENSION = "x-answer-authority";

	private final RequiredAuthorities required;

	WhoMayCall(RequiredAuthorities required) {
		this.required = required;
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		this.required.of(method).ifPresent(authorities -> {
			var answer = this.required.toBeAnswered(method);
			operation.addExtension(EXTENSION, authorities);
			answer.ifPresent(feature -> operation.addExtension(ANSWER_EXTENSION, feature));
			operation.setDescription(described(operation.getDescription(),
					"Who: " + inWords(authorities) + answer.map(feature -> inWords(authorities, feature)).orElse("")));
		});
		return operation;
	}

	/** Whether some of those who may call it are told nothing. */
	static boolean maySeeNothing(Operation operation) {
		var answer = operation.getExtensions().get(ANSWER_EXTENSION);
		return answer != null && operation.getExtensions().get(EXTENSION) instanceof List<?> authorities
				&& authorities.stream()
						.map(String::valueOf)
						.anyMatch(authority -> authority.contains(":") && !authority.equals(answer)
								|| authority.equals("admin"));
	}

	private static String inWords(List<String> authorities, String answer) {
		return (authorities.contains(answer) || authorities.equals(List.of("super-admin")))
				? ""
				: " Staff without `%s` are told nothing by it.".formatted(answer);
	}

	/** A super admin has every feature. */
	static String inWords(List<String> authorities) {
		var features = authorities.stream()
				.filter(authority -> authority.contains(":"))
				.map("`%s`"::formatted)
				.toList();
		var clients = authorities.contains("client");
		if (authorities.contains("admin")) {
			return clients ? "Anybody who is logged in." : "Staff.";
		}
		if (features.isEmpty()) {
			return clients ? "Clients." : "Super admins.";
		}
		var admins = "admins with " + String.join(" or ", features);
		return clients
				? "Super admins, %s, and clients for what is theirs.".formatted(admins)
				: "Super admins and %s.".formatted(admins);
	}

	/** Two methods of the code can be one operation, for different content. */
	private static String described(@Nullable String description, String who) {
		if (description == null || description.equals(who)) {
			return who;
		}
		return description.endsWith(who) ? description : description + "\n\n" + who;
	}

}
