package io.frontdesk.mail.intake.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.mail.Flags;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.iap.ResponseHandler;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;
import org.jspecify.annotations.Nullable;

/**
 * What is said to the server about mails, by their UIDs. Their numbers change when somebody moves one away, and not every
 * server says so before it goes by the new ones (RFC 9051 §7.5.1).
 */
final class UidCommands {

	private final IMAPFolder folder;

	private @Nullable IMAPProtocol connection;

	UidCommands(IMAPFolder folder) {
		this.folder = folder;
	}

	/** The folder was opened. */
	void begin(ResponseHandler listener) throws MessagingException {
		this.folder.doCommand(protocol -> {
			this.connection = protocol;
			protocol.removeResponseHandler(listener);
			protocol.addResponseHandler(listener);
			return null;
		});
	}

	/** Jakarta Mail would go on by another connection when the folder's has broken; there, no folder is open. */
	private Object command(IMAPFolder.ProtocolCommand command) throws MessagingException {
		return this.folder.doCommand(protocol -> {
			if (protocol != this.connection) {
				throw new ConnectionException("The connection broke");
			}
			return command.doCommand(protocol);
		});
	}

	/** Nothing can be said to the server any more. */
	static boolean isBroken(MessagingException failure) {
		return failure instanceof FolderClosedException || failure instanceof StoreClosedException;
	}

	/** The server heard, and does not want to. */
	static boolean isRefusal(MessagingException failure) {
		return failure.getNextException() instanceof CommandFailedException || isUnknown(failure);
	}

	/** The server does not know the command, whatever it says of its capabilities. */
	static boolean isUnknown(MessagingException failure) {
		return failure.getNextException() instanceof BadCommandException;
	}

	boolean can(String capability) throws MessagingException {
		return (Boolean) command(protocol -> protocol.hasCapability(capability));
	}

	/** @param criteria such as {@code DELETED}, RFC 9051 §6.4.4 */
	List<Long> search(String criteria) throws MessagingException {
		var arguments = new Argument();
		arguments.writeAtom(criteria);
		var uids = new ArrayList<Long>();
		for (var response : say("UID SEARCH", arguments)) {
			if (response instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
				for (var uid = found.readLong(); uid >= 0; uid = found.readLong()) {
					uids.add(uid);
				}
			}
		}
		uids.sort(null);
		return uids;
	}

	/** Of those that are there and are not marked as deleted. */
	List<MailPiece> fetch(List<Long> uids, long offset, int length) throws MessagingException {
		var arguments = new Argument();
		arguments.writeAtom(set(uids));
		arguments.writeAtom("(UID INTERNALDATE FLAGS BODY.PEEK[]<%d.%d>)".formatted(offset, length));
		return Stream.of(say("UID FETCH", arguments)).flatMap(response -> piece(response, length).stream()).toList();
	}

	private static Optional<MailPiece> piece(Response response, int length) {
		if (!(response instanceof FetchResponse fetched)) {
			return Optional.empty();
		}
		var uid = fetched.getItem(UID.class);
		var body = fetched.getItem(BODY.class);
		var flags = fetched.getItem(FLAGS.class);
		if (uid == null || body == null || (flags != null && flags.contains(Flags.Flag.DELETED))) {
			return Optional.empty();
		}
		var data = body.getByteArray();
		var bytes = (data != null) ? data.getNewBytes() : new byte[0];
		var date = fetched.getItem(INTERNALDATE.class);
		var receivedAt = (date != null && date.getDate() != null) ? date.getDate().toInstant() : null;
		// A server that knows no pieces gives all, and says no origin.
		return Optional.of(new MailPiece(uid.uid, receivedAt, bytes, body.getOrigin() < 0 || bytes.length < length));
	}

	void move(List<Long> uids, String to) throws MessagingException {
		toFolder("UID MOVE", uids, to);
	}

	void copy(List<Long> uids, String to) throws MessagingException {
		toFolder("UID COPY", uids, to);
	}

	private void toFolder(String command, List<Long> uids, String to) throws MessagingException {
		command(protocol -> {
			var arguments = new Argument();
			arguments.writeAtom(set(uids));
			writeName(protocol, arguments, to);
			protocol.simpleCommand(command, arguments);
			return null;
		});
	}

	void create(String name) throws MessagingException {
		command(protocol -> {
			var arguments = new Argument();
			writeName(protocol, arguments, name);
			protocol.simpleCommand("CREATE", arguments);
			return null;
		});
	}

	private static void writeName(IMAPProtocol protocol, Argument arguments, String folder) {
		if (protocol.supportsUtf8()) {
			arguments.writeString(folder, StandardCharsets.UTF_8);
		} else {
			arguments.writeString(BASE64MailboxEncoder.encode(folder));
		}
	}

	/** The UID that the next mail in another folder will have at least; negative if the server does not say. */
	long nextUid(String folder) throws MessagingException {
		return (Long) command(protocol -> protocol.status(folder, new String[]{"UIDNEXT"}).uidnext);
	}

	void markDeleted(List<Long> uids, boolean deleted) throws MessagingException {
		var arguments = new Argument();
		arguments.writeAtom(set(uids));
		arguments.writeAtom((deleted ? "+" : "-") + "FLAGS.SILENT (\\Deleted)");
		say("UID STORE", arguments);
	}

	/** RFC 4315: none but these. */
	void expunge(List<Long> uids) throws MessagingException {
		var arguments = new Argument();
		arguments.writeAtom(set(uids));
		say("UID EXPUNGE", arguments);
	}

	/** All that are marked as deleted, by whomever. */
	void expungeAll() throws MessagingException {
		say("EXPUNGE", null);
	}

	/** What Jakarta Mail would make of each mail is not wanted, and grows with the folder. */
	private Response[] say(String command, @Nullable Argument arguments) throws MessagingException {
		return (Response[]) command(protocol -> {
			var responses = protocol.command(command, arguments);
			protocol.notifyResponseHandlers(Arrays.stream(responses)
					.filter(response -> !(response instanceof FetchResponse))
					.toArray(Response[]::new));
			protocol.handleResult(responses[responses.length - 1]);
			return responses;
		});
	}

	private static String set(List<Long> uids) {
		return UIDSet.toString(
				UIDSet.createUIDSets(uids.stream().flatMapToLong(LongStream::of).sorted().toArray()));
	}

}
