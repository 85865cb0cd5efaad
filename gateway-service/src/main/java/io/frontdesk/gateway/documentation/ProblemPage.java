package io.frontdesk.gateway.documentation;

import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.gateway.pages.MessagePage;
import io.frontdesk.gateway.pages.Navigation;
import io.frontdesk.gateway.problem.GatewayProblem;
import io.frontdesk.gateway.problem.Problems;

/** What is at the address that is a problem's type: a page for a person, JSON for a program. */
@Component
class ProblemPage {

	private final ApiDocument document;

	private final Problems problems;

	private final MessagePage page;

	private final JsonMapper json;

	ProblemPage(ApiDocument document, Problems problems, MessagePage page, JsonMapper json) {
		this.document = document;
		this.problems = problems;
		this.page = page;
		this.json = json;
	}

	ServerResponse of(String type) {
		var known = this.document.problems(type);
		return known.isEmpty() ? this.problems.answer(GatewayProblem.NOT_FOUND) : answer(View.of(type, known));
	}

	private ServerResponse answer(View problem) {
		return ServerResponse.ok().header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build((request, response) -> {
			if (Navigation.wantsPage(request)) {
				this.page.write(response, problem.title(), problem.text(), "/api/docs", "All of the API");
			} else {
				response.setContentType("application/json");
				this.json.writeValue(response.getOutputStream(), problem);
			}
			return null;
		});
	}

	/** @param says the details with which it is told */
	record View(String type, int status, String title, List<String> says, String remedy) {

		static View of(String type, List<JsonNode> known) {
			var first = known.getFirst();
			var words = type.substring(type.lastIndexOf('/') + 1).replace('-', ' ');
			return new View(type, first.path("status").asInt(), StringUtils.capitalize(words),
					known.stream().map(problem -> problem.path("detail").asString()).distinct().toList(),
					first.path("remedy").asString());
		}

		String text() {
			return String.join(" ", this.says) + " " + this.remedy.replace("`", "");
		}

	}

}
