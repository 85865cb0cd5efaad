package io.frontdesk.notification.outbound;

/** Takes mail, slowly and not always. */
public interface MailServer {

	Answer send(OutgoingMail mail);

	sealed interface Answer {

		record Taken() implements Answer {}

		/** Not now; later perhaps. */
		record Deferred(String why) implements Answer {}

		/**
		 * Never.
		 *
		 * @param noSuchRecipient whether it is for the recipient's address
		 */
		record Refused(String why, boolean noSuchRecipient) implements Answer {}

	}

}
