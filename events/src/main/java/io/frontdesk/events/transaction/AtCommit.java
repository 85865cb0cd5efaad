package io.frontdesk.events.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what a transaction is to write, and has it written all at once just before the commit: many events handled
 * together then cost one statement and not one each.
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

	/** @throws IllegalStateException outside of a transaction */
	public void add(T item) {
		collection().items.add(item);
	}

	@SuppressWarnings("unchecked")
	private Collection collection() {
		for (var registered : TransactionSynchronizationManager.getSynchronizations()) {
			if (registered instanceof AtCommit<?>.Collection collection && collection.of() == this) {
				return (Collection) collection;
			}
		}
		var collection = new Collection();
		TransactionSynchronizationManager.registerSynchronization(collection);
		return collection;
	}

	private final class Collection implements TransactionSynchronization {

		private List<T> items = new ArrayList<>();

		AtCommit<T> of() {
			return AtCommit.this;
		}

		/** What comes after that is refused by the copy, rather than lost. */
		@Override
		public void beforeCommit(boolean readOnly) {
			this.items = List.copyOf(this.items);
			AtCommit.this.writer.accept(this.items);
		}

		@Override
		public void afterCommit() {
			AtCommit.this.afterwards.run();
		}

	}

}
