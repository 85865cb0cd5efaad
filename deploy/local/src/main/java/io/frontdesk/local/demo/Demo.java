package io.frontdesk.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.frontdesk.local.keycloak.Tokens;
import io.frontdesk.local.process.Patience;
import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Ports;
import tools.jackson.databind.JsonNode;

/** Fills a stack that is up: directory and canned replies through the API, tickets straight into their tables. */
public final class Demo {

	private static final int CHUNK = 2_000;

	private static final int WRITERS = 2;

	private static final int TOLD_EVERY = 50_000;

	private final LocalStack stack;

	private final PrintStream out;

	private final Databases databases;

	public Demo(LocalStack stack, PrintStream out) {
		this.stack = stack;
		this.out = out;
		this.databases = new Databases(stack);
	}

	/** How many tickets there are, of whatever origin. */
	public long tickets() throws SQLException {
		try (Connection connection = this.databases.open("ticket")) {
			return Databases.number(connection, "select count(*) from ticket");
		}
	}

	/** Those of clients who have a company, as all that come from here have, and none that a bench's mails raise. */
	public long ownTickets() throws SQLException {
		try (Connection connection = this.databases.open("ticket")) {
			return Databases.number(connection, "select count(*) from ticket where company_id is not null");
		}
	}

	/** Adds so many tickets to those that there are. */
	public void fill(int tickets) throws IOException, InterruptedException, SQLException {
		Vocabulary words = Vocabulary.load();
		DemoPlan plan = DemoPlan.of(tickets, words);
		Tokens tokens = new Tokens(this.stack.issuer());
		try (ServiceApi root = new ServiceApi(tokens, "root@frontdesk.test")) {
			long before = tickets();
			this.out.printf("%,d companies and %,d people …%n", plan.companies().size(), plan.people().size());
			Cast cast = new Directory(this.databases, tokens, root, service(Ports.Name.ORG)).fill(plan);
			new CannedReplies(root, service(Ports.Name.NOTIFICATION)).fill();
			this.out.printf("%,d tickets …%n", tickets);
			write(new Playwright(words, cast, Instant.now()), before, tickets);
			countAnew(root);
			index(root);
		}
	}

	private String service(Ports.Name name) {
		return "http://127.0.0.1:" + this.stack.ports().of(name);
	}

	private void write(Playwright playwright, long first, int count) throws IOException, InterruptedException {
		AtomicInteger next = new AtomicInteger();
		AtomicInteger done = new AtomicInteger();
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			List<? extends Future<?>> ends = Stream.generate(() -> writers.submit(() -> {
				try (TicketTables tables = new TicketTables(this.databases)) {
					for (int from = next.getAndAdd(CHUNK); from < count; from = next.getAndAdd(CHUNK)) {
						tables.write(IntStream.range(from, Math.min(count, from + CHUNK))
								.mapToObj(i -> playwright.ticket(first + i, (double) i / count))
								.toList());
						int written = Math.min(count, done.addAndGet(CHUNK));
						if (written % TOLD_EVERY == 0 && written < count) {
							this.out.printf("  %,d%n", written);
						}
					}
				}
				return null;
			})).limit(WRITERS).toList();
			for (Future<?> end : ends) {
				end.get();
			}
		} catch (ExecutionException ex) {
			throw new IOException("Tickets could not be written: " + ex.getCause(), ex);
		}
	}

	private void countAnew(ServiceApi root) throws IOException, InterruptedException, SQLException {
		this.out.println("Dashboard …");
		try (Connection connection = this.databases.openAsSuperuser("ticket");
				Statement statement = connection.createStatement()) {
			statement.execute("vacuum analyze ticket");
			statement.execute("vacuum analyze message");
			// what open pages missed
			statement.execute("insert into live_pending (type) values ('resync')");
		}
		root.post(service(Ports.Name.TICKET) + "/api/v1/dashboard/rebuild", ServiceApi.NOTHING);
	}

	private void index(ServiceApi root) throws IOException, InterruptedException {
		this.out.println("Search …");
		String address = service(Ports.Name.TICKET) + "/api/v1/tickets/search-index";
		root.post(address + "?missingOnly=true", ServiceApi.NOTHING);
		long told = 0;
		for (JsonNode now = root.get(address); !now.get("state").asString().equals("idle"); now = root.get(address)) {
			if (now.get("state").asString().equals("failed")) {
				throw new IOException("Search could not be filled: " + now.get("reason").asString());
			}
			long written = now.get("done").asLong() / TOLD_EVERY;
			if (written > told) {
				this.out.printf("  %,d%n", now.get("done").asLong());
				told = written;
			}
			Patience.until(Duration.ofMillis(500), () -> false);
		}
	}

}
