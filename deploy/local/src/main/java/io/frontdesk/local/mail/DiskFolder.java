package io.frontdesk.local.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import com.icegreen.greenmail.foedus.util.MsgRangeFilter;
import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.MessageFlags;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SearchTerm;
import org.jspecify.annotations.Nullable;

/** A folder of mails on disk. Every change is on disk before it is told, so that killing the server loses nothing. */
final class DiskFolder implements MailFolder, UIDFolder {

	private final @Nullable DiskFolder parent;

	private final FolderFiles files;

	/** By name, of which the case doesn't count. */
	private final Map<String, DiskFolder> children = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);

	/** By uid, which is also the order in which they came. */
	private final List<DiskMessage> messages = new ArrayList<>();

	private final List<FolderListener> listeners = new ArrayList<>();

	DiskFolder(@Nullable DiskFolder parent, FolderFiles files) {
		this.parent = parent;
		this.files = files;
		this.messages.addAll(files.messages());
		files.children().forEach(child -> this.children.put(child.name(), new DiskFolder(this, child)));
	}

	Collection<DiskFolder> children() {
		return this.children.values();
	}

	@Nullable
	DiskFolder parent() {
		return this.parent;
	}

	@Nullable
	DiskFolder child(String name) {
		return this.children.get(name);
	}

	synchronized DiskFolder createChild(String name, boolean selectable) {
		DiskFolder child = new DiskFolder(this, this.files.createChild(name, selectable));
		this.children.put(child.getName(), child);
		return child;
	}

	void removeChild(DiskFolder child) {
		this.children.remove(child.getName());
		child.files.delete();
	}

	/** With all that is in it. */
	void moveChild(DiskFolder child, DiskFolder newParent, String newName) {
		this.children.remove(child.getName());
		DiskFolder moved = new DiskFolder(newParent, child.files.moveTo(newParent.files, newName));
		newParent.children.put(moved.getName(), moved);
	}

	void close() {
		this.files.close();
		children().forEach(DiskFolder::close);
	}

	long append(byte[] content, MessageState state, Date received) {
		synchronized (this) {
			long uid = this.files.takeUid();
			DiskMessage message = DiskMessage.write(this.files.directory(), uid, content, state, received);
			added(message);
			return uid;
		}
	}

	private void added(DiskMessage message) {
		message.setFlag(Flags.Flag.RECENT, true);
		this.messages.add(message);
		int count = this.messages.size();
		tell(listener -> listener.added(count));
	}

	/** Under the folder's lock: two tellers at once would mix their lines on an idle client's connection. */
	private void tell(Consumer<FolderListener> news) {
		List.copyOf(this.listeners).forEach(news);
	}

	private synchronized void remove(Predicate<DiskMessage> which) {
		for (int i = this.messages.size() - 1; i >= 0; i--) {
			if (which.test(this.messages.get(i))) {
				this.messages.remove(i).delete();
				int msn = i + 1;
				tell(listener -> listener.expunged(msn));
			}
		}
	}

	private synchronized DiskMessage take(long uid) throws FolderException {
		int index = getMsn(uid) - 1;
		DiskMessage message = this.messages.remove(index);
		tell(listener -> listener.expunged(index + 1));
		return message;
	}

	private synchronized long put(DiskMessage moved) {
		long uid = this.files.takeUid();
		added(moved.moveTo(this.files.directory(), uid));
		return uid;
	}

	@Override
	public long moveMessage(long uid, MailFolder toFolder) throws FolderException {
		return ((DiskFolder) toFolder).put(take(uid));
	}

	@Override
	public long copyMessage(long uid, MailFolder toFolder) throws FolderException {
		DiskMessage message = this.messages.get(getMsn(uid) - 1);
		return ((DiskFolder) toFolder).append(message.bytes(), MessageState.of(message.getFlags()),
				message.getReceivedDate());
	}

	@Override
	public long appendMessage(MimeMessage message, Flags flags, Date received) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		try {
			message.writeTo(content);
		} catch (IOException | MessagingException ex) {
			throw new IllegalStateException(ex);
		}
		return append(content.toByteArray(), MessageState.of(flags), received);
	}

	@Override
	public void store(MovingMessage mail) {
		store(mail.getMessage());
	}

	@Override
	public void store(MimeMessage mail) {
		appendMessage(mail, new Flags(), new Date());
	}

	@Override
	public void deleteAllMessages() {
		remove(_ -> true);
	}

	@Override
	public void expunge() {
		remove(message -> message.isSet(Flags.Flag.DELETED));
	}

	@Override
	public void expunge(IdRange @Nullable [] ranges) {
		remove(message -> message.isSet(Flags.Flag.DELETED)
				&& (ranges == null || IdRange.containsUid(ranges, message.getUid())));
	}

	@Override
	public void setFlags(Flags flags, boolean value, long uid, @Nullable FolderListener silent, boolean addUid)
			throws FolderException {
		synchronized (this) {
			int msn = getMsn(uid);
			DiskMessage message = this.messages.get(msn - 1);
			message.setFlags(flags, value);
			tellFlags(msn, message, silent, addUid);
		}
	}

	@Override
	public void replaceFlags(Flags flags, long uid, @Nullable FolderListener silent, boolean addUid)
			throws FolderException {
		synchronized (this) {
			int msn = getMsn(uid);
			DiskMessage message = this.messages.get(msn - 1);
			message.setFlags(message.getFlags(), false);
			message.setFlags(flags, true);
			tellFlags(msn, message, silent, addUid);
		}
	}

	private void tellFlags(int msn, DiskMessage message, @Nullable FolderListener silent, boolean addUid) {
		Flags flags = message.getFlags();
		Long uid = addUid ? message.getUid() : null;
		tell(listener -> {
			if (listener != silent) {
				listener.flagsUpdated(msn, flags, uid);
			}
		});
	}

	@Override
	public synchronized int getMsn(long uid) throws FolderException {
		int low = 0;
		int high = this.messages.size() - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			long found = this.messages.get(middle).getUid();
			if (found == uid) {
				return middle + 1;
			}
			if (found < uid) {
				low = middle + 1;
			} else {
				high = middle - 1;
			}
		}
		throw new FolderException("No message with the uid " + uid);
	}

	@Override
	public synchronized @Nullable StoredMessage getMessage(long uid) {
		try {
			return this.messages.get(getMsn(uid) - 1);
		} catch (FolderException _) {
			return null;
		}
	}

	@Override
	public synchronized long[] getMessageUids() {
		return this.messages.stream().mapToLong(StoredMessage::getUid).toArray();
	}

	@Override
	public synchronized List<StoredMessage> getMessages() {
		return List.copyOf(this.messages);
	}

	@Override
	public synchronized List<StoredMessage> getMessages(MsgRangeFilter range) {
		return IntStream.rangeClosed(1, this.messages.size())
				.filter(range::includes)
				.<StoredMessage>mapToObj(msn -> this.messages.get(msn - 1))
				.toList();
	}

	@Override
	public List<StoredMessage> getNonDeletedMessages() {
		return getMessages().stream().filter(message -> !message.isSet(Flags.Flag.DELETED)).toList();
	}

	@Override
	public long[] search(SearchTerm term) {
		List<StoredMessage> all = getMessages();
		return IntStream.range(0, all.size()).filter(index -> {
			all.get(index).updateMessageNumber(index + 1);
			return term.match(all.get(index).getMimeMessage());
		}).mapToLong(index -> all.get(index).getUid()).toArray();
	}

	@Override
	public synchronized int getMessageCount() {
		return this.messages.size();
	}

	@Override
	public synchronized int getRecentCount(boolean reset) {
		List<DiskMessage> recent = this.messages.stream().filter(it -> it.isSet(Flags.Flag.RECENT)).toList();
		if (reset) {
			recent.forEach(message -> message.setFlag(Flags.Flag.RECENT, false));
		}
		return recent.size();
	}

	@Override
	public synchronized int getFirstUnseen() {
		return IntStream.range(0, this.messages.size())
				.filter(index -> !this.messages.get(index).isSet(Flags.Flag.SEEN))
				.map(index -> index + 1)
				.findFirst()
				.orElse(-1);
	}

	@Override
	public synchronized int getUnseenCount() {
		return (int) this.messages.stream().filter(message -> !message.isSet(Flags.Flag.SEEN)).count();
	}

	@Override
	public void addListener(FolderListener listener) {
		synchronized (this) {
			this.listeners.add(listener);
		}
	}

	@Override
	public void removeListener(FolderListener listener) {
		synchronized (this) {
			this.listeners.remove(listener);
		}
	}

	@Override
	public synchronized void signalDeletion() {
		tell(FolderListener::mailboxDeleted);
	}

	@Override
	public String getName() {
		return this.files.name();
	}

	@Override
	public String getFullName() {
		return (this.parent == null) ? ImapConstants.USER_NAMESPACE : this.parent.getFullName() + "." + getName();
	}

	@Override
	public Flags getAvailableFlags() {
		return MessageFlags.ALL_FLAGS;
	}

	@Override
	public Flags getPermanentFlags() {
		return MessageFlags.ALL_FLAGS;
	}

	@Override
	public boolean isSelectable() {
		return this.files.isSelectable();
	}

	void setSelectable(boolean selectable) {
		this.files.setSelectable(selectable);
	}

	@Override
	public long getUidValidity() {
		return this.files.uidValidity();
	}

	@Override
	public long getUIDValidity() {
		return getUidValidity();
	}

	@Override
	public long getUIDNext() {
		return this.files.nextUid();
	}

	@Override
	public @Nullable Message getMessageByUID(long uid) {
		StoredMessage message = getMessage(uid);
		return (message == null) ? null : message.getMimeMessage();
	}

	@Override
	public Message[] getMessagesByUID(long start, long end) {
		return getMessagesByUID(Arrays.stream(getMessageUids())
				.filter(uid -> uid >= start && (end == UIDFolder.LASTUID || uid <= end))
				.toArray());
	}

	@Override
	public Message[] getMessagesByUID(long[] uids) {
		return Arrays.stream(uids).mapToObj(this::getMessageByUID).toArray(Message[]::new);
	}

	@Override
	public long getUID(Message message) {
		return ((StoredMessage.UidAwareMimeMessage) message).getUid();
	}

}
