package io.frontdesk.notification.outbound.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Keeps which command came last, and the answer to it. Jakarta Mail's exceptions tell of some commands only, and lose even
 * that where a server says no and hangs up at once.
 */
final class SmtpConversation extends SMTPTransport {

	private Step step = Step.GREETING;

	private String answer = "";

	private boolean isAside;

	SmtpConversation(Session session, boolean tls) {
		super(session, null, "smtp", tls);
	}

	@Override
	protected void sendCommand(String command) throws MessagingException {
		this.isAside = command.equals("RSET") || command.equals("QUIT") || command.equals("NOOP");
		if (!this.isAside) {
			this.step = Step.of(command);
			this.answer = "";
		}
		super.sendCommand(command);
	}

	@Override
	protected int readServerResponse() throws MessagingException {
		var code = super.readServerResponse();
		if (!this.isAside) {
			this.answer = (code > 0) ? getLastServerResponse() : "";
		}
		return code;
	}

	boolean takesUtf8Addresses() {
		return supportsExtension("SMTPUTF8");
	}

	SmtpFailure failure(Exception cause) {
		return SmtpFailure.of(this.step, this.answer, cause);
	}

}
