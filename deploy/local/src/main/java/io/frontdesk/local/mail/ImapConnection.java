package io.frontdesk.local.mail;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ProtocolException;
import org.jspecify.annotations.Nullable;

/** One client's connection. */
final class ImapConnection extends ImapHandler {

	private final PostOffice office;

	private final ImapRequests requests = new ImapRequests();

	private volatile @Nullable ImapResponse response;

	ImapConnection(PostOffice office, Socket socket) {
		super(office.getUserManager(), office.getImapHostManager(), socket);
		this.office = office;
	}

	@Override
	public void forceConnectionClose(String message) {
		ImapResponse open = this.response;
		if (open != null) {
			open.byeResponse(message);
		}
		close();
	}

	@Override
	public void run() {
		ImapConversation conversation = new ImapConversation(this.office, this);
		try (InputStream in = new BufferedInputStream(this.socket.getInputStream());
				OutputStream out = new BufferedOutputStream(this.socket.getOutputStream())) {
			ImapResponse greeting = new ImapResponse(out);
			this.response = greeting;
			greeting.okResponse(null, VERSION + " ready");
			while (!isQuitting() && this.requests.handleNext(in, out, conversation)) {
				this.log.trace("next request");
			}
		} catch (IOException | ProtocolException | RuntimeException ex) {
			if (!isQuitting()) {
				this.log.warn("An IMAP connection ended: {}", ex.toString());
			}
		} finally {
			conversation.deselect();
			close();
		}
	}

}
