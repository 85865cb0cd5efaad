package io.frontdesk.events.transaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what a transaction is to do, and has it done all at once just before the commit: many events handled together
 * then cost one statement and not one each. What is done may bring more for others to do.
 */
public final class AtCommit<T> {

	private final Consumer<List<T>> writer;

	private final Runnable afterwards;

	public AtCommit(Consumer<List<T>> writer) {
		this(writer, () -> {
			// nobody waits for it
		});
	}

	/** @param afterwards what is to be done once it is committed */
	public AtCommit(Consumer<List<T>> writer, Runnable afterwards) {
		this.writer = writer;
		this.afterwards = afterwards;
	}

	/** @throws IllegalStateException outside of a transaction, or once all that it collected is done */
	public void add(T item) {
		Work.ofTransaction().add(this, item);
	}

	/** What all have to do in one transaction. */
	private static final class Work implements TransactionSynchronization {

		private final SequencedMap<AtCommit<?>, List<Object>> ahead = new LinkedHashMap<>();

		private final Set<AtCommit<?>> done = new HashSet<>();

		private boolean closed;

		static Work ofTransaction() {
			for (var registered : TransactionSynchronizationManager.getSynchronizations()) {
				if (registered instanceof Work work) {
					return work;
				}
			}
			var work = new Work();
			TransactionSynchronizationManager.registerSynchronization(work);
			return work;
		}

		<T> void add(AtCommit<T> to, T item) {
			if (this.closed) {
				throw new IllegalStateException("The transaction has done its work, and would lose " + item);
			}
			this.ahead.computeIfAbsent(to, _ -> new ArrayList<>()).add(item);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			while (!this.ahead.isEmpty()) {
				var next = this.ahead.pollFirstEntry();
				this.done.add(next.getKey());
				write(next.getKey(), next.getValue());
			}
			this.closed = true;
		}

		@SuppressWarnings("unchecked")
		private static <T> void write(AtCommit<T> to, List<?> items) {
			to.writer.accept((List<T>) items);
		}

		@Override
		public void afterCommit() {
			this.done.forEach(of -> of.afterwards.run());
		}

	}

}
