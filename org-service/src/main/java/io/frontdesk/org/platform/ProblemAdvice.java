package io.frontdesk.org.platform;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

import io.frontdesk.org.editing.EditProblem;
import io.frontdesk.org.problem.InvalidField;

/** Makes a problem of whatever goes wrong, and lists the fields that were bad. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

	/** A race that nobody could see coming; with If-Match it is the precondition that failed. */
	@ExceptionHandler
	@Nullable
	ResponseEntity<Object> lostRace(ConcurrencyFailureException ex, WebRequest request) {
		var problem = (request.getHeader(HttpHeaders.IF_MATCH) != null) ? EditProblem.CHANGED : EditProblem.BUSY;
		return answer(problem.exception(), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var errors = ex.getBindingResult()
				.getFieldErrors()
				.stream()
				.map(error -> new InvalidField(error.getField(),
						error.isBindingFailure() ? "is not of the expected type" : message(error)))
				.toList();
		return answer(InvalidField.exception(errors), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var errors = ex.getParameterValidationResults()
				.stream()
				.flatMap(result -> result.getResolvableErrors()
						.stream()
						.map(error -> new InvalidField(
								String.valueOf(result.getMethodParameter().getParameterName()), message(error))))
				.toList();
		return answer(InvalidField.exception(errors), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		var field = (ex instanceof MethodArgumentTypeMismatchException argument)
				? argument.getName()
				: String.valueOf(ex.getPropertyName());
		return answer(new InvalidField(field, "is not of the expected type").exception(), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (ex.getCause() instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
			return answer(new InvalidField(path(mismatch.getPath()), "is not of the expected type").exception(),
					request);
		}
		return super.handleHttpMessageNotReadable(ex, headers, status, request);
	}

	private @Nullable ResponseEntity<Object> answer(ErrorResponseException problem, WebRequest request) {
		return handleExceptionInternal(problem, problem.getBody(), problem.getHeaders(), problem.getStatusCode(),
				request);
	}

	private static String path(List<JacksonException.Reference> path) {
		return path.stream()
				.map(step -> (step.getPropertyName() != null)
						? "." + step.getPropertyName()
						: "[" + step.getIndex() + "]")
				.collect(Collectors.joining())
				.replaceFirst("^\\.", "");
	}

	private static String message(MessageSourceResolvable error) {
		return String.valueOf(error.getDefaultMessage());
	}

}
