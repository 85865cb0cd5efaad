package io.frontdesk.http.problem;

import java.net.URI;
import java.util.Objects;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What nobody else answered; the log has the reason. */
@RestController
class Failures implements ErrorController {

	@RequestMapping("/error")
	ResponseEntity<ProblemDetail> failed(HttpServletRequest request) {
		var code = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)
				? status
				: HttpStatus.NOT_FOUND.value();
		var status = Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR);
		var body = RequestProblem.of(status.value()).body();
		body.setStatus(status);
		body.setInstance(URI.create(Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
				request.getRequestURI())));
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
	}

}
