package io.frontdesk.local.mail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.Store;
import jakarta.mail.Quota;
import org.jspecify.annotations.Nullable;

/** All mailboxes, as a tree of folders below #mail. */
final class DiskStore implements Store {

	private final DiskFolder root;

	private DiskStore(DiskFolder root) {
		this.root = root;
	}

	static DiskStore open(Path directory) {
		boolean known = Files.exists(directory.resolve("folder.properties"));
		return new DiskStore(
				new DiskFolder(null, known ? FolderFiles.open(directory) : FolderFiles.create(directory, false)));
	}

	void close() {
		this.root.close();
	}

	@Override
	public @Nullable MailFolder getMailbox(String fullName) {
		DiskFolder folder = this.root;
		for (String level : levelsOf(fullName)) {
			folder = (folder == null) ? null : folder.child(level);
		}
		return folder;
	}

	private static List<String> levelsOf(String fullName) {
		List<String> levels = new ArrayList<>(List.of(fullName.split("\\.")));
		levels.removeIf(String::isEmpty);
		if (!levels.isEmpty() && levels.getFirst().equals(ImapConstants.USER_NAMESPACE)) {
			levels.removeFirst();
		}
		return levels;
	}

	@Override
	public @Nullable MailFolder getMailbox(MailFolder parent, String name) {
		return ((DiskFolder) parent).child(name);
	}

	@Override
	public Collection<MailFolder> getChildren(MailFolder parent) {
		return List.copyOf(((DiskFolder) parent).children());
	}

	@Override
	public MailFolder createMailbox(MailFolder parent, String name, boolean selectable) {
		return ((DiskFolder) parent).createChild(name, selectable);
	}

	@Override
	public MailFolder setSelectable(MailFolder folder, boolean selectable) {
		((DiskFolder) folder).setSelectable(selectable);
		return folder;
	}

	@Override
	public void deleteMailbox(MailFolder folder) throws FolderException {
		DiskFolder deleted = (DiskFolder) folder;
		DiskFolder parent = deleted.parent();
		if (parent == null || !deleted.children().isEmpty() || deleted.getMessageCount() > 0) {
			throw new FolderException("Not empty: " + folder.getName());
		}
		parent.removeChild(deleted);
	}

	/** The new name is below the same mailbox. */
	@Override
	public void renameMailbox(MailFolder existing, String newName) throws FolderException {
		List<String> levels = levelsOf(newName);
		DiskFolder folder = (DiskFolder) existing;
		DiskFolder oldParent = folder.parent();
		DiskFolder newParent = mailboxOf(folder);
		for (String level : levels.subList(0, levels.size() - 1)) {
			newParent = (newParent == null) ? null : newParent.child(level);
		}
		if (oldParent == null || newParent == null || isWithin(newParent, folder)) {
			throw new FolderException("Can't rename to " + newName);
		}
		oldParent.moveChild(folder, newParent, levels.getLast());
	}

	private @Nullable DiskFolder mailboxOf(DiskFolder folder) {
		DiskFolder level = folder;
		while (level != null && level.parent() != this.root) {
			level = level.parent();
		}
		return level;
	}

	private static boolean isWithin(DiskFolder inner, DiskFolder outer) {
		for (DiskFolder level = inner; level != null; level = level.parent()) {
			if (level == outer) {
				return true;
			}
		}
		return false;
	}

	@Override
	public Collection<MailFolder> listMailboxes(String pattern) throws FolderException {
		int wildcard = Math.max(pattern.indexOf('*'), pattern.indexOf('%'));
		if (wildcard < 0) {
			MailFolder folder = getMailbox(pattern);
			return (folder == null) ? List.of() : List.of(folder);
		}
		if (wildcard < pattern.length() - 1) {
			throw new FolderException("A wildcard can only be the last character");
		}
		int lastDot = pattern.lastIndexOf('.');
		DiskFolder parent = (DiskFolder) getMailbox(pattern.substring(0, Math.max(0, lastDot)));
		List<MailFolder> found = new ArrayList<>();
		if (parent != null) {
			String beginning = pattern.substring(lastDot + 1, wildcard);
			parent.children()
					.stream()
					.filter(child -> child.getName().startsWith(beginning))
					.forEach(child -> collect(child, pattern.endsWith("*"), found));
		}
		return found;
	}

	private static void collect(DiskFolder folder, boolean deep, List<MailFolder> into) {
		into.add(folder);
		if (deep) {
			folder.children().forEach(child -> collect(child, true, into));
		}
	}

	@Override
	public boolean isQuotaSupported() {
		return false;
	}

	@Override
	public void setQuotaSupported(boolean supported) {
		throw new UnsupportedOperationException("quota");
	}

	@Override
	public Quota[] getQuota(String name, String prefix, boolean includeDefault) {
		return new Quota[0];
	}

	@Override
	public void setQuota(Quota quota, String prefix) {
		throw new UnsupportedOperationException("quota");
	}

	@Override
	public void deleteQuota(String prefix) {
		throw new UnsupportedOperationException("quota");
	}

}
