package io.frontdesk.gateway.problem;

import java.io.IOException;
import java.util.Map;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Tomcat refuses what is no HTTP before anything of ours sees it, by a page of its own. Tomcat makes this by its name. */
public class ContainerProblems extends ErrorReportValve {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		var status = response.getStatus();
		if (status < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0
				|| !response.setErrorReported()) {
			return;
		}
		var problem = (status == HttpStatus.INTERNAL_SERVER_ERROR.value())
				? GatewayProblem.UNEXPECTED
				: GatewayProblem.BAD_REQUEST;
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			var out = response.getReporter();
			if (out != null) {
				out.write(JSON.writeValueAsString(Map.of("type", problem.type(), "title", problem.title(), "status",
						status, "detail", problem.detail())));
				response.finishResponse();
			}
		} catch (IOException | IllegalStateException ex) {
			this.container.getLogger().debug("Nobody is there to be told", ex);
		}
	}

}
