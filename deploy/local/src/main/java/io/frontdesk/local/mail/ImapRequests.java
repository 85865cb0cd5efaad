package io.frontdesk.local.mail;

import java.io.InputStream;
import java.io.OutputStream;

import com.icegreen.greenmail.imap.ImapRequestLineReader;
import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.imap.commands.CommandParser;
import com.icegreen.greenmail.imap.commands.ImapCommand;
import com.icegreen.greenmail.imap.commands.ImapCommandFactory;

/** GreenMail's commands, but for one: its own handler of requests is closed to others. */
final class ImapRequests {

	private static final String EXPECTED = "Protocol Error: Was expecting <tag SPACE command [arguments]>";

	private final ImapCommandFactory commands = new Commands();

	private final CommandParser parser = new CommandParser();

	/** Whether there may be another one. */
	boolean handleNext(InputStream in, OutputStream out, ImapConversation conversation) throws ProtocolException {
		ImapRequestLineReader request = new ImapRequestLineReader(in, out);
		try {
			request.nextChar();
		} catch (ProtocolException _) {
			return false;
		}
		handle(request, new ImapResponse(out), conversation);
		request.consumeLine();
		return true;
	}

	private void handle(ImapRequestLineReader request, ImapResponse response, ImapConversation conversation) {
		String name;
		try {
			response.setTag(this.parser.tag(request));
			name = this.parser.atom(request);
		} catch (ProtocolException _) {
			response.badResponse(EXPECTED);
			return;
		}
		ImapCommand command = this.commands.getCommand(name);
		if (command == null) {
			response.commandError("Invalid command.");
		} else if (!command.validForState(conversation.getState())) {
			response.commandFailed(command, "Command not valid in this state");
		} else {
			command.process(request, response, conversation);
		}
	}

	private static final class Commands extends ImapCommandFactory {

		@Override
		public ImapCommand getCommand(String name) {
			return name.equalsIgnoreCase(AppendCommand.NAME) ? new AppendCommand() : super.getCommand(name);
		}

	}

}
