package io.frontdesk.http.deadline;

import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** From which Hibernate takes for how long its statements may run. */
class BoundTransactions extends JpaTransactionManager {

	private static final long serialVersionUID = 1L;

	@Override
	protected int determineTimeout(TransactionDefinition definition) {
		var own = super.determineTimeout(definition);
		var left = RequestDeadline.secondsLeft();
		return (left.isPresent() && (own == TransactionDefinition.TIMEOUT_DEFAULT || left.getAsInt() < own))
				? left.getAsInt()
				: own;
	}

}
