package io.frontdesk.notification.outbound;

/** Takes mail, slowly and not always. */
public interface MailServer {

	Answer send(OutgoingMail mail);

	/** Only what is said of a mail's recipient or content is final for that mail. */
	sealed interface Answer {

		record Taken() implements Answer {}

		/** Not this mail now; later perhaps. */
		record Deferred(String why) implements Answer {}

		/**
		 * This mail never, for whom it is for.
		 *
		 * @param noSuchRecipient whether there is no such address
		 */
		record RecipientRefused(String why, boolean noSuchRecipient) implements Answer {}

		/** This mail never, for what it is. */
		record ContentRefused(String why) implements Answer {}

		/**
		 * No mail of ours, until what is wrong between the server and us is put right.
		 *
		 * @param atMail whether it was said when a mail was handed over, so that it may yet be about that mail
		 */
		record WeRefused(String why, boolean atMail) implements Answer {}

	}

}
