package io.frontdesk.ticket.conversation;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers can meet. */
enum ConversationProblem implements Problem {

	MESSAGE_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no message with this id in this ticket that you may see."),

	ALREADY_SENT(HttpStatus.CONFLICT, "The message was sent already and can't be taken back."),

	TAKEN_BACK(HttpStatus.CONFLICT,
			"The message of this request was taken back. Use a new Idempotency-Key to send it nevertheless."),

	DRAFT_CHANGED(HttpStatus.PRECONDITION_FAILED,
			"Your draft was changed, sent or thrown away elsewhere since you read it. Read it again, then save yours."),

	DRAFT_SENT(HttpStatus.CONFLICT,
			"What was written with this Idempotency-Key was sent. Use a new key for what you write next."),

	NOTE_NOT_YOURS(HttpStatus.FORBIDDEN, "Notes are for staff."),

	NEWER_MESSAGES(HttpStatus.CONFLICT,
			"The conversation went on since you read it. Read the newer messages, then send yours again."),

	RECIPIENTS_CHANGED(HttpStatus.CONFLICT,
			"The reply would go to others by now than its writer was shown. See who is proposed, then send it again."),

	RECIPIENT_NOT_REQUESTER(HttpStatus.UNPROCESSABLE_CONTENT,
			"A reply is addressed to the ticket's requester, where they are answered; to is another address. Others get a copy by cc."),

	TOO_MANY_COPIES(HttpStatus.UNPROCESSABLE_CONTENT,
			"The ticket proposes copies to more people than may get one. Choose up to " + Addressees.MOST_COPIES
					+ " as cc."),

	NO_RECIPIENTS(HttpStatus.UNPROCESSABLE_CONTENT,
			"Nobody chooses who is mailed about this message: a note never leaves the house, and of what a client writes only staff are told."),

	SEEN_THROUGH_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "seenThrough is no public message of this ticket."),

	ATTACHMENT_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT,
			"An attachment is no upload of yours, or belongs to a message already. Upload it again.");

	private final HttpStatus status;

	private final String detail;

	ConversationProblem(HttpStatus status, String detail) {
		this.status = status;
		this.detail = detail;
	}

	@Override
	public HttpStatus status() {
		return this.status;
	}

	@Override
	public String detail() {
		return this.detail;
	}

}
