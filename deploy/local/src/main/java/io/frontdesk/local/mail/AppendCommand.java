package io.frontdesk.local.mail;

import java.util.Date;

import com.icegreen.greenmail.imap.ImapRequestLineReader;
import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionState;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.imap.commands.CommandParser;
import com.icegreen.greenmail.imap.commands.ImapCommand;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;

/** APPEND (RFC 9051 §6.3.12) of the bytes as they come; GreenMail's parses the mail and writes down what it made of it. */
final class AppendCommand implements ImapCommand {

	static final String NAME = "APPEND";

	private final Arguments arguments = new Arguments();

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public boolean validForState(ImapSessionState state) {
		return state == ImapSessionState.AUTHENTICATED || state == ImapSessionState.SELECTED;
	}

	@Override
	public void process(ImapRequestLineReader request, ImapResponse response, ImapSession session) {
		try {
			String name = this.arguments.mailbox(request);
			Flags flags = this.arguments.flags(request);
			Date received = this.arguments.received(request);
			byte[] mail = this.arguments.mail(request);
			this.arguments.endLine(request);
			MailFolder folder = session.getHost().getFolder(session.getUser(), name);
			if (folder == null || !folder.isSelectable()) {
				response.commandFailed(this, "TRYCREATE", "No such mailbox");
				return;
			}
			DiskFolder target = (DiskFolder) folder;
			long uid = target.append(mail, MessageState.of(flags), received);
			session.unsolicitedResponses(response);
			response.commandComplete(this, "APPENDUID %d %d".formatted(target.getUidValidity(), uid));
		} catch (FolderException ex) {
			response.commandFailed(this, ex.getMessage());
		} catch (ProtocolException ex) {
			response.commandError("%s Command should be '<tag> APPEND <mailbox> [<flags>] [<date time>] <literal>'"
					.formatted(ex.getMessage()));
		}
	}

	private static final class Arguments extends CommandParser {

		Flags flags(ImapRequestLineReader request) throws ProtocolException {
			return (request.nextWordChar() == '(') ? flagList(request) : new Flags();
		}

		Date received(ImapRequestLineReader request) throws ProtocolException {
			return (request.nextWordChar() == '"') ? dateTime(request) : new Date();
		}

		/** Also a literal8, which says of itself that it may have any byte. */
		byte[] mail(ImapRequestLineReader request) throws ProtocolException {
			if (request.nextWordChar() == '~') {
				request.consume();
			}
			return consumeLiteralAsBytes(request);
		}

	}

}
