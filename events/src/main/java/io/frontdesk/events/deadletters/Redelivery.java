package io.frontdesk.events.deadletters;

/** Brings a lost event to whom it was meant for. */
public interface Redelivery {

	Direction direction();

	/** Handled or sent once it returns, in the transaction that it is called in. */
	void deliver(String consumer, LostEvent event);

}
