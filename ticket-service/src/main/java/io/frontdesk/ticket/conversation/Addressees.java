package io.frontdesk.ticket.conversation;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.AddressForm;
import io.frontdesk.ticket.recipients.Recipients;

/**
 * Whom its author wants a message to go to.
 *
 * @param to null for where the requester is answered
 * @param cc null for whom the ticket proposes; empty for nobody
 * @param seen the proposal that was shown to them; null if they don't mind another
 */
public record Addressees(@Nullable String to, @Nullable List<String> cc, @Nullable Recipients seen) {

	public static final Addressees AS_PROPOSED = new Addressees(null, null, null);

	/** So many get a copy of one reply at most. */
	public static final int MOST_COPIES = 20;

	/** Whether they say who is mailed. */
	boolean areNamed() {
		return isAddressed() || this.cc != null && !this.cc.isEmpty();
	}

	/** Whether they say what only the author of a mail can. */
	boolean isAddressed() {
		return this.to != null || this.seen != null;
	}

	/** Who gets a copy of a reply. */
	List<String> copies(Recipients proposed) {
		if (this.seen != null && !this.seen.areThose(proposed)) {
			throw ConversationProblem.RECIPIENTS_CHANGED.exception(Map.of("seen", this.seen, "proposed", proposed));
		}
		if (this.to != null && !AddressForm.of(this.to).equals(proposed.to())) {
			throw ConversationProblem.RECIPIENT_NOT_REQUESTER.exception();
		}
		var copies = Objects.requireNonNullElse(this.cc, proposed.cc());
		if (copies.size() > MOST_COPIES) {
			throw ConversationProblem.TOO_MANY_COPIES.exception();
		}
		return copies;
	}

}
