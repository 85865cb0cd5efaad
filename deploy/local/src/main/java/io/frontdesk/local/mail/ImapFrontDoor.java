package io.frontdesk.local.mail;

import java.net.Socket;

import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.ServerSetup;

/** GreenMail's IMAP with sessions of our own. */
final class ImapFrontDoor extends AbstractServer {

	private final PostOffice office;

	ImapFrontDoor(ServerSetup setup, PostOffice office) {
		super(setup, office);
		this.office = office;
	}

	@Override
	protected ProtocolHandler createProtocolHandler(Socket client) {
		Sockets.answerAtOnce(client);
		return new ImapConnection(this.office, client);
	}

}
