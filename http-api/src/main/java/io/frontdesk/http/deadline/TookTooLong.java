package io.frontdesk.http.deadline;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Statements that were cut off, and connections that there were none of while others had them all. */
@RestControllerAdvice
class TookTooLong {

	@ExceptionHandler({QueryTimeoutException.class, TransactionTimedOutException.class,
			CannotGetJdbcConnectionException.class, CannotCreateTransactionException.class})
	ErrorResponse cutOff() {
		return DeadlineProblem.TOOK_TOO_LONG.exception();
	}

	/** Hibernate says of a transaction without time left what it says of any that is broken. */
	@ExceptionHandler
	ErrorResponse broken(JpaSystemException ex) {
		if (RequestDeadline.isOver()) {
			return cutOff();
		}
		throw ex;
	}

}
