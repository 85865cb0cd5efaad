package io.frontdesk.org.platform;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

import io.frontdesk.org.editing.EditProblem;

@RestControllerAdvice
class ProblemAdvice {

	/** A race that nobody could see coming; with If-Match it is the precondition that failed. */
	@ExceptionHandler
	ErrorResponse lostRace(ConcurrencyFailureException ex, WebRequest request) {
		var problem = (request.getHeader(HttpHeaders.IF_MATCH) != null) ? EditProblem.CHANGED : EditProblem.BUSY;
		return problem.exception();
	}

}
