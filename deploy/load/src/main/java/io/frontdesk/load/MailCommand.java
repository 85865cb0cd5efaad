package io.frontdesk.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.frontdesk.load.BenchMail.Kind;
import io.frontdesk.load.MailTables.Hop;
import io.frontdesk.load.MailTables.Sent;
import io.frontdesk.load.MailTables.Standing;
import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Project;
import io.frontdesk.local.stack.Status;
import jakarta.mail.MessagingException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "mail", description = "Measures mail: from the mailbox to the automatic reply at the mail server.")
final class MailCommand implements Callable<Integer> {

	/** Within it, mails that nobody makes progress with are given up. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration POLL = Duration.ofMillis(5);

	private static final Duration LOOK = Duration.ofSeconds(5);

	@ParentCommand
	private LoadCommand bench = new LoadCommand();

	@Option(names = "--mails", paramLabel = "N", description = "How many are sent at once; 10000 when left out, 500 with --quick.")
	private @Nullable Integer givenMails;

	@Option(names = "--singles", paramLabel = "N", description = "How many are sent one after the other before; 200 when left out, 60 with --quick. The first half only warms up.")
	private @Nullable Integer givenSingles;

	@Option(names = "--rounds", paramLabel = "N", description = "How often so many are sent at once, so that it is seen how far that differs; 1 when left out, 3 with --quick.")
	private @Nullable Integer givenRounds;

	@Option(names = "--connections", paramLabel = "N", defaultValue = "4", description = "Over which they are sent; ${DEFAULT-VALUE} when left out.")
	private int connections;

	@Option(names = "--keep", description = "Leave the stack running.")
	private boolean keep;

	private final String run = Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX);

	private final String domain = "bench-%s.example".formatted(this.run);

	private final List<String> report = new ArrayList<>();

	private final MailFigures figures = new MailFigures();

	private int mails;

	private int singles;

	@Override
	public Integer call() throws Exception {
		boolean quick = this.bench.isQuick();
		this.mails = Objects.requireNonNullElse(this.givenMails, quick ? 500 : 10_000);
		this.singles = Objects.requireNonNullElse(this.givenSingles, quick ? 60 : 200);
		int rounds = Objects.requireNonNullElse(this.givenRounds, quick ? 3 : 1);
		if (this.mails < 1 || this.singles < 6 || this.connections < 1 || rounds < 1) {
			System.err
					.println(
							"--mails, --connections and --rounds take numbers of at least 1, --singles of at least 6.");
			return 2;
		}
		Instant began = Instant.now();
		LocalStack stack = OwnStack.start(this.keep);
		say("The limits of automatic mail to new addresses, to a domain and in all are set wide: %,d at once.",
				LocalStack.WIDE_LIMIT);
		try (MailTables tables = new MailTables(stack, this.domain)) {
			List<Sent> replies = singles(stack, tables);
			boolean through = true;
			for (int round = 0; round < rounds && through; round++) {
				through = round(stack, tables, replies, this.singles + round * this.mails);
			}
			write(stack, new Run("mail", Commit.of(Project.found().root()), began,
					Map.of("mails", Integer.toString(this.mails), "singles", Integer.toString(this.singles), "rounds",
							Integer.toString(rounds), "connections", Integer.toString(this.connections)),
					this.figures.all()));
			return through ? 0 : 1;
		}
	}

	/** Whether all mails have come through. */
	private boolean round(LocalStack stack, MailTables tables, List<Sent> replies, int first) throws Exception {
		int all = first + this.mails;
		Standing before = tables.standing();
		Map<String, Instant> begun = new ConcurrentHashMap<>();
		Instant begin = Instant.now();
		try (ExecutorService senders = Executors.newFixedThreadPool(this.connections)) {
			List<Future<?>> running = send(stack, replies, first, begun, senders);
			Standing standing = follow(tables, running, begun, first);
			tell(stack, tables, begin, begun, before, standing, all);
			return standing.isThrough(all);
		}
	}

	/** On a stack that has nothing else to do: each is sent once the one before is answered. */
	private List<Sent> singles(LocalStack stack, MailTables tables)
			throws MessagingException, SQLException, InterruptedException, IOException {
		System.out.printf("%,d mails one after the other …%n", this.singles);
		List<Sent> replies = new ArrayList<>();
		Histogram latencies = histogram();
		try (Postbox postbox = new Postbox(stack)) {
			for (int i = 0; i < this.singles; i++) {
				BenchMail mail = BenchMail.of(Kind.PLAIN, this.run, i, sender(i), stack.supportAddress(), "");
				Instant sent = Instant.now();
				postbox.send(mail);
				Sent reply = awaitReply(tables, mail);
				replies.add(reply);
				if (i >= this.singles / 2) {
					long took = Duration.between(sent, reply.at()).toMillis();
					latencies.recordValue(took);
					this.figures.single(took);
				}
			}
		}
		say("One mail to its automatic reply, of %,d on an idle stack: %s", latencies.getTotalCount(),
				percentiles(latencies));
		return replies;
	}

	private static Sent awaitReply(MailTables tables, BenchMail mail)
			throws SQLException, InterruptedException, IOException {
		for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); Thread.sleep(POLL)) {
			Optional<Sent> reply = tables.replyTo(mail.from());
			if (reply.isPresent()) {
				return reply.get();
			}
		}
		throw new IOException("The mail %s of %s was not answered within %s; GET /api/v1/intake tells what became of it"
				.formatted(mail.messageId(), mail.from(), PATIENCE));
	}

	private List<Future<?>> send(LocalStack stack, List<Sent> replies, int first, Map<String, Instant> begun,
			ExecutorService senders) {
		Iterator<Integer> numbers = IntStream.range(first, first + this.mails).iterator();
		return IntStream.range(0, this.connections).<Future<?>>mapToObj(_ -> senders.submit(() -> {
			try (Postbox postbox = new Postbox(stack)) {
				for (Optional<Integer> next = next(numbers); next.isPresent(); next = next(numbers)) {
					int number = next.get();
					Kind kind = Kind.of(number);
					int answered = number / 10 % this.singles;
					BenchMail mail = (kind == Kind.FOLLOW_UP)
							? BenchMail.of(kind, this.run, number, sender(answered), stack.supportAddress(),
									replies.get(answered).messageId())
							: BenchMail.of(kind, this.run, number, sender(number), stack.supportAddress(), "");
					begun.put((kind == Kind.FOLLOW_UP) ? mail.messageId() : mail.from(), Instant.now());
					postbox.send(mail);
				}
			}
			return null;
		})).toList();
	}

	private static Optional<Integer> next(Iterator<Integer> numbers) {
		synchronized (numbers) {
			return numbers.hasNext() ? Optional.of(numbers.next()) : Optional.empty();
		}
	}

	/** Until all are through, or nothing has moved for long. */
	private Standing follow(MailTables tables, List<Future<?>> senders, Map<String, Instant> begun, int first)
			throws SQLException, InterruptedException, IOException {
		Standing standing = tables.standing();
		Instant moved = Instant.now();
		while (!standing.isThrough(first + this.mails)
				&& Duration.between(moved, Instant.now()).compareTo(PATIENCE) < 0) {
			Thread.sleep(LOOK);
			check(senders);
			Standing now = tables.standing();
			if (!now.equals(standing)) {
				moved = Instant.now();
			}
			standing = now;
			System.out.printf("%,7d sent, %,7d in the ledger, %,7d tickets and follow-ups, %,7d replies%n",
					begun.size() + first, standing.ledger().count(), standing.tickets() + standing.followUps(),
					standing.sent().count());
		}
		return standing;
	}

	private static void check(List<Future<?>> senders) throws InterruptedException, IOException {
		for (Future<?> sender : senders) {
			if (sender.isDone()) {
				try {
					sender.get();
				} catch (ExecutionException ex) {
					throw new IOException("A mail could not be sent: " + ex.getCause(), ex);
				}
			}
		}
	}

	private void tell(LocalStack stack, MailTables tables, Instant begin, Map<String, Instant> begun, Standing before,
			Standing standing, int all) throws SQLException {
		Histogram latencies = histogram();
		List<Instant> answered = new ArrayList<>();
		tables.replies().forEach((recipient, reply) -> {
			Instant sent = begun.get(recipient);
			if (sent != null) {
				answered.add(reply.at());
				latencies.recordValue(Math.max(0, Duration.between(sent, reply.at()).toMillis()));
			}
		});
		Collections.sort(answered);
		Duration took = Duration.between(begin, standing.sent().last());
		say("%,d mails in %.1f s: %.0f a second, from the first to the last reply; each %s", this.mails,
				took.toMillis() / 1e3, this.mails / (took.toMillis() / 1e3), percentiles(latencies));
		this.figures.rate("mails a second", this.mails / (took.toMillis() / 1e3));
		this.figures.latency("one of many to its reply, p95 ms", latencies.getValueAtPercentile(95));
		if (!answered.isEmpty()) {
			Hop half = new Hop(this.mails / 2, answered.get(answered.size() / 2), standing.sent().last());
			say("The second half of them, when all is warm: %.0f a second", half.perSecond());
			this.figures.rate("second half, mails a second", half.perSecond());
		}
		say("");
		say("| hop | mails | a second |");
		say("| --- | ---: | ---: |");
		hop("in the ledger, with their raw content", before.ledger(), standing.ledger(), begin);
		hop("read and sent on", before.read(), standing.read(), begin);
		hop("tickets", before.raised(), standing.raised(), begin);
		hop("replies written", before.written(), standing.written(), begin);
		hop("replies that the mail server took", before.sent(), standing.sent(), begin);
		say("");
		say("%,d mails = %,d tickets + %,d follow-ups + %,d others; %,d replies: %s", all,
				standing.tickets(), standing.followUps(), standing.others(), standing.sent().count(),
				standing.isThrough(all) && standing.sent().count() == standing.tickets()
						&& standing.others() == 0 ? "the counts match" : "THE COUNTS DO NOT MATCH");
		say("Resident: %s", String.join(", ", stack.status()
				.stream()
				.map(status -> "%s %,d MB".formatted(status.name(), megabytes(status)))
				.toList()));
	}

	private void hop(String name, Hop before, Hop after, Instant begin) {
		Hop own = new Hop(after.count() - before.count(), begin, after.last());
		say("| %s | %,d | %.0f |", name, own.count(), own.perSecond());
		this.figures.rate(name + ", a second", own.perSecond());
	}

	private static long megabytes(Status status) {
		return status.residentKilobytes() / 1024;
	}

	private void write(LocalStack stack, Run run) throws IOException {
		Path folder = this.bench.report(stack).folder();
		run.write(folder);
		System.out.printf("%nIn %s%n", Files.write(folder.resolve("mail.md"), this.report));
	}

	private void say(String text, Object... values) {
		String line = text.formatted(values);
		this.report.add(line);
		System.out.println(line);
	}

	private String sender(int number) {
		return "client-%d@%s".formatted(number, this.domain);
	}

	private static Histogram histogram() {
		return new Histogram(Duration.ofHours(1).toMillis(), 3);
	}

	private static String percentiles(Histogram latencies) {
		return String.format(Locale.ROOT, "p50 %,d ms, p95 %,d ms, p99 %,d ms",
				latencies.getValueAtPercentile(50), latencies.getValueAtPercentile(95),
				latencies.getValueAtPercentile(99));
	}

}
