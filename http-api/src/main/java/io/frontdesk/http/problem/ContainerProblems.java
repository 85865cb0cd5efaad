package io.frontdesk.http.problem;

import java.io.IOException;
import java.net.URI;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Tomcat refuses what is no HTTP before anything of ours sees it, by a page of its own. Tomcat makes this by its name. */
public class ContainerProblems extends ErrorReportValve {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Tomcat tells its reasons by their words only. */
	private static final String TOO_LARGE = StringManager.getManager(Http11InputBuffer.class)
			.getString("iib.requestheadertoolarge.error");

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		if (failure != null && TOO_LARGE.equals(failure.getMessage())) {
			response.setStatus(tooLarge(request).value());
		}
		if (response.getStatus() < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0
				|| !response.setErrorReported()) {
			return;
		}
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			var out = response.getReporter();
			if (out != null) {
				out.write(JSON.writeValueAsString(Body.of(response.getStatus())));
				response.finishResponse();
			}
		} catch (IOException | IllegalStateException ex) {
			this.container.getLogger().debug("Nobody is there to be told", ex);
		}
	}

	/** The address comes first, and is known only when it fitted. */
	private static HttpStatus tooLarge(Request request) {
		return request.getCoyoteRequest().requestURI().isNull()
				? HttpStatus.URI_TOO_LONG
				: HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
	}

	private record Body(URI type, String title, int status, String detail) {

		static Body of(int status) {
			var problem = RequestProblem.of(status);
			return new Body(problem.type(), problem.status().getReasonPhrase(), status, problem.detail());
		}

	}

}
