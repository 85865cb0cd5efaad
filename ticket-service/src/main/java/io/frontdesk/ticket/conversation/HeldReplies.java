package io.frontdesk.ticket.conversation;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends replies whose time to be taken back is over; any instance may. */
@Component
class HeldReplies {

	private final Conversation conversation;

	HeldReplies(Conversation conversation) {
		this.conversation = conversation;
	}

	@Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
	void sendDue() {
		while (this.conversation.sendNextDue()) {
			// until none is due
		}
	}

}
