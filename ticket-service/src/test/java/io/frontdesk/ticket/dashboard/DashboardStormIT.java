package io.frontdesk.ticket.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.ticket.TicketServiceTest;

/**
 * Tickets change from all sides while counts are folded and made anew; at each moment the dashboard says what a count of
 * all tickets in the same snapshot does.
 */
@TicketServiceTest
class DashboardStormIT {

	private static final int CHANGERS = 5;

	private static final int CHANGES = 250;

	private final JdbcClient jdbc;

	private final Dashboard dashboard;

	private final Bookkeeper bookkeeper;

	private final TicketRows rows;

	private final TransactionTemplate transaction;

	private final TransactionTemplate snapshot;

	private final List<Long> tickets = new CopyOnWriteArrayList<>();

	private final List<@Nullable UUID> companies;

	private final List<@Nullable UUID> projects;

	private final Instant now = Instant.now();

	@Autowired
	DashboardStormIT(JdbcClient jdbc, Dashboard dashboard, Bookkeeper bookkeeper,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.dashboard = dashboard;
		this.bookkeeper = bookkeeper;
		this.rows = new TicketRows(jdbc);
		this.transaction = new TransactionTemplate(transactions);
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.companies = Stream.concat(IntStream.range(0, 11).mapToObj(i -> this.rows.company("Storm " + i)),
				Stream.<@Nullable UUID>of((UUID) null)).toList();
		this.projects = Stream.concat(IntStream.range(0, 4).mapToObj(i -> this.rows.project("Calm " + i)),
				Stream.<@Nullable UUID>of((UUID) null)).toList();
	}

	@Test
	void countsAreRightAtEachMomentOfAStorm() throws Exception {
		this.rows.person();
		IntStream.range(0, 40).forEach(_ -> this.tickets.add(raise(new Random(1))));
		var over = new AtomicBoolean();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var changers = IntStream.range(0, CHANGERS)
					.<Future<?>>mapToObj(seed -> threads.submit(() -> changeMuch(new Random(seed))))
					.toList();
			var others = List.<Future<?>>of(threads.submit(() -> repeatUntil(over, this.bookkeeper::foldPending)),
					threads.submit(() -> repeatUntil(over, this.bookkeeper::rebuild)),
					threads.submit(() -> repeatUntil(over, () -> allAgrees("Asia/Kolkata"))));
			for (var changer : changers) {
				changer.get();
			}
			over.set(true);
			for (var other : others) {
				other.get();
			}
		}
		for (var tz : List.of("UTC", "America/New_York", "Asia/Kolkata", "Pacific/Chatham")) {
			allAgrees(tz);
		}
		this.bookkeeper.foldPending();
		allAgrees("UTC");
	}

	private static void repeatUntil(AtomicBoolean over, Runnable work) {
		while (!over.get()) {
			work.run();
		}
	}

	private void allAgrees(String tz) {
		agrees(tz, null, null);
		agrees(tz, this.companies.getFirst(), null);
		agrees(tz, null, this.projects.getFirst());
		agrees(tz, this.companies.get(1), this.projects.get(1));
	}

	private void agrees(String tz, @Nullable UUID company, @Nullable UUID project) {
		var today = LocalDate.ofInstant(this.now, ZoneOffset.UTC);
		var query = new DashboardQuery(today.minusDays(9), today.plusDays(1), ZoneId.of(tz), company, project);
		this.snapshot.executeWithoutResult(
				_ -> new FullCount(this.jdbc, query).agreesWith(this.dashboard.show(query)));
	}

	private void changeMuch(Random random) {
		for (var i = 0; i < CHANGES; i++) {
			this.transaction.executeWithoutResult(status -> {
				if (random.nextInt(4) == 0) {
					var raised = raise(random);
					if (random.nextInt(8) == 0) {
						status.setRollbackOnly();
					} else {
						change(raised, random);
						this.tickets.add(raised);
					}
					return;
				}
				var ticket = this.tickets.get(random.nextInt(this.tickets.size()));
				IntStream.rangeClosed(0, random.nextInt(3)).forEach(_ -> change(ticket, random));
				if (random.nextInt(8) == 0) {
					status.setRollbackOnly();
				}
			});
		}
	}

	private long raise(Random random) {
		return this.rows.open(any(this.companies, random), any(this.projects, random),
				any(List.of("HIGH", "MID", "LOW"), random), sometime(random));
	}

	/** A ticket that another transaction has raised but not committed is not there: then nothing changes. */
	private void change(long ticket, Random random) {
		switch (random.nextInt(9)) {
			case 0 -> set(ticket, "status = 'CLOSED', response_time = :value::timestamptz",
					sometime(random).atOffset(ZoneOffset.UTC));
			case 1 -> set(ticket, "status = 'OPEN', response_time = null, reopened = reopened + 1", null);
			case 2 -> set(ticket, "assignee_id = :value::uuid", random.nextBoolean() ? this.rows.person() : null);
			case 3 -> set(ticket, "priority = :value", any(List.of("HIGH", "MID", "LOW"), random));
			case 4 -> set(ticket, "active = :value", random.nextInt(3) > 0);
			case 5 -> set(ticket, "company_id = :value::uuid", any(this.companies, random));
			case 6 -> set(ticket, "project_id = :value::uuid", any(this.projects, random));
			case 7 -> set(ticket, "first_reply_at = coalesce(first_reply_at, :value::timestamptz)",
					sometime(random).atOffset(ZoneOffset.UTC));
			default -> set(ticket, "waiting_on = :value", any(List.of("STAFF", "CLIENT"), random));
		}
	}

	private void set(long ticket, String change, @Nullable Object value) {
		this.jdbc.sql("update ticket set version = version + 1, %s where id = :ticket".formatted(change))
				.param("ticket", ticket)
				.param("value", value)
				.update();
	}

	/** In the last ten days, or soon: nobody's clock is right. */
	private Instant sometime(Random random) {
		return this.now.minusSeconds(random.nextInt(10 * 86_400)).plusSeconds(random.nextInt(7_200));
	}

	private static <T extends @Nullable Object> T any(List<T> values, Random random) {
		return values.get(random.nextInt(values.size()));
	}

}
