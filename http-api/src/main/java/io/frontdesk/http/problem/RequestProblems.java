package io.frontdesk.http.problem;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/** Spring's own problems, with the fields that are wrong and what they should be. */
@RestControllerAdvice
class RequestProblems extends ResponseEntityExceptionHandler {

	private static final URI UNTYPED = URI.create("about:blank");

	private static final String UNKNOWN_VALUE = "is not a value that is known here";

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var errors = ex.getAllErrors()
				.stream()
				.map(RequestProblems::problem)
				.toList();
		return handleExceptionInternal(ex, invalid(ex.getBody(), errors), headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var errors = new ArrayList<InvalidField>();
		ex.getParameterValidationResults()
				.forEach(result -> result.getResolvableErrors()
						.forEach(error -> errors.add(new InvalidField(
								Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), ""),
								Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid")))));
		return handleExceptionInternal(ex, invalid(ex.getBody(), errors), headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		var name = (ex instanceof MethodArgumentTypeMismatchException argument)
				? argument.getName()
				: Objects.requireNonNullElse(ex.getPropertyName(), "");
		var error = new InvalidField(name, UNKNOWN_VALUE);
		return handleExceptionInternal(ex, invalid(ProblemDetail.forStatus(status), List.of(error)), headers, status,
				request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var errors = (ex.getCause() instanceof DatabindException cause && !cause.getPath().isEmpty())
				? List.of(new InvalidField(path(cause), "is not of the expected form"))
				: List.<InvalidField>of();
		return handleExceptionInternal(ex, invalid(ProblemDetail.forStatus(status), errors), headers, status, request);
	}

	/** A form that is broken; one that is too large is the handler's of the superclass. */
	@ExceptionHandler
	@Nullable
	ResponseEntity<Object> handleMultipart(MultipartException ex, WebRequest request) {
		var status = HttpStatus.BAD_REQUEST;
		return handleExceptionInternal(ex, invalid(ProblemDetail.forStatus(status), List.of()), new HttpHeaders(),
				status,
				request);
	}

	/** Spring's problems have no type of their own: theirs follows from the status. */
	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var answer = super.handleExceptionInternal(ex, body, headers, status, request);
		if (answer != null && answer.getBody() instanceof ProblemDetail problem && problem.getTitle() != null
				&& (problem.getType() == null || problem.getType().equals(UNTYPED))) {
			problem.setType(URI.create(
					"/problems/" + problem.getTitle().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")));
		}
		return answer;
	}

	/** The message of a failed conversion names our classes. */
	private static InvalidField problem(ObjectError error) {
		var message = Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
		return (error instanceof FieldError field)
				? new InvalidField(field.getField(), field.isBindingFailure() ? UNKNOWN_VALUE : message)
				: new InvalidField("", message);
	}

	private static String path(DatabindException cause) {
		var path = new StringBuilder();
		for (var step : cause.getPath()) {
			if (step.getPropertyName() != null) {
				path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
			} else {
				path.append('[').append(step.getIndex()).append(']');
			}
		}
		return path.toString();
	}

	private static ProblemDetail invalid(ProblemDetail problem, List<InvalidField> errors) {
		problem.setType(RequestProblem.INVALID_REQUEST.type());
		problem.setDetail(errors.isEmpty()
				? "The request is not of the form that is expected here."
				: RequestProblem.INVALID_REQUEST.detail());
		problem.setProperty("errors", errors);
		return problem;
	}

}
