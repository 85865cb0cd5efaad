package io.frontdesk.mail.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.frontdesk.mail.reading.Heading;
import io.frontdesk.mail.reading.UnreadableMailException;

/**
 * Reads mails before it is their turn, several at once: one that takes long holds up those that must come after it, and no
 * others. Large ones have threads of their own, few since each needs memory. For one dispatcher.
 */
class ReadAhead implements AutoCloseable {

	private static final long LARGE = 256 << 10;

	private static final int LARGE_AT_ONCE = 2;

	/** Of what is longer 4 MB may be read as text, which can take most of a small heap: no other large one beside it. */
	private static final long HUGE = 1 << 20;

	/** So long a mail is waited for, which is a hundred times what most need, so that those of a crowd are told of together. */
	private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	private final Reader reader;

	private final Function<String, Heading> headings;

	private final Runnable whenOverdueIsRead;

	private final ExecutorService small;

	private final ExecutorService large;

	private final Semaphore room = new Semaphore(LARGE_AT_ONCE, true);

	private final Map<UUID, Task> tasks = new HashMap<>();

	/** @param whenOverdueIsRead what is to be done once a mail is read that was waited for in vain */
	ReadAhead(Reader reader, Function<String, Heading> headings, Runnable whenOverdueIsRead) {
		this.reader = reader;
		this.headings = headings;
		this.whenOverdueIsRead = whenOverdueIsRead;
		this.small = pool("reading", Runtime.getRuntime().availableProcessors() + LARGE_AT_ONCE);
		this.large = pool("reading-large", LARGE_AT_ONCE);
	}

	private static ExecutorService pool(String name, int threads) {
		return Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
	}

	/** Those that can be told of, in the order in which they are to be. What is not among the mails is forgotten. */
	List<Ready> ready(List<Unread> mails) {
		var ids = mails.stream().map(Unread::id).toList();
		this.tasks.keySet().stream().filter(id -> !ids.contains(id)).toList().forEach(this::forget);
		mails.forEach(mail -> this.tasks.computeIfAbsent(mail.id(), _ -> begun(mail)));
		this.tasks.values().forEach(Task::await);
		var candidates = mails.stream()
				.map(mail -> Objects.requireNonNull(this.tasks.get(mail.id())).candidate(mail.id()))
				.toList();
		return PlacingOrder.of(candidates)
				.stream()
				.map(mail -> new Ready(mail.id(), mail.heading(), Objects.requireNonNull(this.tasks.get(mail.id()))))
				.toList();
	}

	private Task begun(Unread mail) {
		var isLarge = mail.size() > LARGE;
		var task = isLarge
				? new Task(mail.blob(), () -> readLarge(mail), 0)
				: new Task(mail.blob(), () -> this.reader.read(mail.blob()), PATIENCE_NANOS);
		(isLarge ? this.large : this.small).execute(task);
		return task;
	}

	private ReadMail readLarge(Unread mail) throws UnreadableMailException, InterruptedException {
		var taken = (mail.size() > HUGE) ? LARGE_AT_ONCE : 1;
		this.room.acquire(taken);
		try {
			return this.reader.read(mail.blob());
		} finally {
			this.room.release(taken);
		}
	}

	private void forget(UUID mail) {
		Objects.requireNonNull(this.tasks.remove(mail)).cancel(true);
	}

	@Override
	public void close() {
		this.small.shutdownNow();
		this.large.shutdownNow();
	}

	@FunctionalInterface
	interface Reader {

		ReadMail read(String blob) throws UnreadableMailException;

	}

	/** @param size in bytes */
	record Unread(UUID id, String blob, long size) {}

	record Ready(UUID id, Heading heading, MailSource mail) {}

	private final class Task extends FutureTask<ReadMail> implements MailSource {

		private final String blob;

		private final long patience;

		private final long begun = System.nanoTime();

		private volatile boolean overdue;

		private @Nullable Heading peeked;

		Task(String blob, Callable<ReadMail> reading, long patience) {
			super(reading);
			this.blob = blob;
			this.patience = patience;
		}

		void await() {
			try {
				get(Math.max(0, this.patience - (System.nanoTime() - this.begun)), TimeUnit.NANOSECONDS);
			} catch (TimeoutException ex) {
				this.overdue = true;
			} catch (ExecutionException ex) {
				// met by whoever tells of it
			} catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		@Override
		protected void done() {
			if (this.overdue) {
				ReadAhead.this.whenOverdueIsRead.run();
			}
		}

		PlacingOrder.Candidate candidate(UUID id) {
			var isRead = isDone();
			return new PlacingOrder.Candidate(id, isRead,
					(isRead && state() == State.SUCCESS) ? Heading.of(resultNow().reading()) : peeked());
		}

		private Heading peeked() {
			if (this.peeked == null) {
				this.peeked = ReadAhead.this.headings.apply(this.blob);
			}
			return this.peeked;
		}

		@Override
		public ReadMail read() throws UnreadableMailException {
			return switch (state()) {
				case SUCCESS -> resultNow();
				case FAILED -> throw failure(exceptionNow());
				case RUNNING, CANCELLED -> throw new IllegalStateException("It is not read");
			};
		}

		private RuntimeException failure(Throwable failure) throws UnreadableMailException {
			return switch (failure) {
				case UnreadableMailException unreadable -> throw unreadable;
				case RuntimeException other -> other;
				default -> new IllegalStateException("It can't be read", failure);
			};
		}

	}

}
