package io.frontdesk.mail.intake.imap;

import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Whether mails came since one looked, by what the server says beside its answers (RFC 9051 §7.4.1, §7.5.1). */
final class Arrivals implements ResponseHandler {

	private int count;

	private boolean some;

	/** @param count how many mails the folder has now */
	void beginAt(int count) {
		this.count = count;
		this.some = false;
	}

	void look() {
		this.some = false;
	}

	boolean some() {
		return this.some;
	}

	@Override
	public void handleResponse(Response response) {
		if (response instanceof IMAPResponse news) {
			if (news.keyEquals("EXISTS")) {
				this.some |= news.getNumber() > this.count;
				this.count = news.getNumber();
			} else if (news.keyEquals("EXPUNGE")) {
				this.count--;
			}
		}
	}

}
