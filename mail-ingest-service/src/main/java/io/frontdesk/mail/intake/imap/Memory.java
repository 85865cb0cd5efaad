package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** What a watcher knows from one connection to the next, and need not know after a restart. */
final class Memory {

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private final Duration firstPause;

	/** Mails that were being fetched when a connection broke. */
	private final Map<Long, PartialMail> suspects = new LinkedHashMap<>();

	private long uidValidity;

	private @Nullable String untidy;

	private @Nullable BackOffExecution pauses;

	private Instant tidyAgainAt = Instant.EPOCH;

	/** @param firstPause after the first failure to move mails away; each next is twice as long */
	Memory(Duration firstPause) {
		this.firstPause = firstPause;
	}

	/** UIDs of before mean nothing where UIDVALIDITY is another. */
	void opened(long uidValidity) throws IOException {
		if (this.uidValidity != uidValidity) {
			for (var uid : List.copyOf(this.suspects.keySet())) {
				acquit(uid);
			}
			this.uidValidity = uidValidity;
		}
	}

	void suspect(Collection<Long> uids) throws IOException {
		for (var uid : uids) {
			if (!this.suspects.containsKey(uid)) {
				this.suspects.put(uid, new PartialMail(uid));
			}
		}
	}

	void acquit(long uid) throws IOException {
		var suspect = this.suspects.remove(uid);
		if (suspect != null) {
			suspect.close();
		}
	}

	/** The one that broke the connection last comes last. */
	void putLast(PartialMail suspect) {
		if (this.suspects.remove(suspect.uid()) != null) {
			this.suspects.put(suspect.uid(), suspect);
		}
	}

	boolean isSuspect(long uid) {
		return this.suspects.containsKey(uid);
	}

	List<PartialMail> suspects() {
		return List.copyOf(this.suspects.values());
	}

	/** Why mails stay where they are although the ledger has them; null if they don't. */
	@Nullable
	String untidy() {
		return this.untidy;
	}

	boolean mayTidy(Instant now) {
		return !now.isBefore(this.tidyAgainAt);
	}

	void tidied() {
		this.untidy = null;
		this.pauses = null;
		this.tidyAgainAt = Instant.EPOCH;
	}

	void notTidied(String why, Instant now) {
		if (this.pauses == null) {
			var backOff = new ExponentialBackOff(this.firstPause.toMillis(), 2);
			backOff.setMaxInterval(LONGEST_PAUSE.toMillis());
			this.pauses = backOff.start();
		}
		this.untidy = why;
		this.tidyAgainAt = now.plusMillis(this.pauses.nextBackOff());
	}

}
