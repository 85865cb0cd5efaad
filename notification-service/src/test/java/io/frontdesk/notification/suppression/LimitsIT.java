package io.frontdesk.notification.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.outbound.Kind;
import io.frontdesk.notification.outbound.NewDelivery;
import io.frontdesk.notification.outbound.NewDelivery.Content;

@NotificationServiceTest
class LimitsIT {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

	private final JdbcClient jdbc;

	private final Limits limits;

	private final TransactionTemplate transaction;

	@Autowired
	LimitsIT(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.limits = new Limits(jdbc, new SuppressionSettings(Map.of(Scope.TICKET, new Limit(3, 60))), this.now::get);
	}

	/** Whose time has passed here would be hours ahead for everybody else. */
	@BeforeEach
	@AfterEach
	void forgetWhatWasTaken() {
		this.jdbc.sql("delete from mail_allowance").update();
	}

	@Test
	void bucketEmptiesAtOnceAndFillsSteadily() {
		var mail = mail(Post.newTicket());
		assertThat(taken(mail, 5)).isEqualTo(3);
		this.now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));
		assertThat(taken(mail, 5)).isEqualTo(1);
		this.now.updateAndGet(time -> time.plus(Duration.ofHours(5)));
		assertThat(taken(mail, 5)).isEqualTo(3);
	}

	@Test
	void bucketsAreTheirOwn() {
		assertThat(taken(mail(Post.newTicket()), 3)).isEqualTo(3);
		assertThat(taken(mail(Post.newTicket()), 3)).isEqualTo(3);
	}

	@Test
	void noneIsTakenTwiceWhenAllTakeAtOnce() throws Exception {
		var mail = mail(Post.newTicket());
		try (var threads = Executors.newFixedThreadPool(8)) {
			var takes = IntStream.range(0, 40).<Callable<Integer>>mapToObj(_ -> () -> taken(mail, 1)).toList();
			var taken = 0;
			for (var take : threads.invokeAll(takes)) {
				taken += take.get();
			}
			assertThat(taken).isEqualTo(3);
		}
	}

	@Test
	void fullBucketIsForgottenWithoutAnybodyNoticing() {
		var mail = mail(Post.newTicket());
		assertThat(taken(mail, 3)).isEqualTo(3);
		this.limits.forgetFullOnes();
		assertThat(taken(mail, 1)).isZero();
	}

	@Test
	void mailThatOneBucketRefusesTakesFromNone() {
		var mail = mail(Post.newTicket());
		assertThat(taken(mail, 3)).isEqualTo(3);
		var before = fullAt();
		assertThat(taken(mail, 100)).isZero();
		assertThat(fullAt()).isEqualTo(before).hasSize(4);
	}

	private Map<String, Object> fullAt() {
		return this.jdbc.sql("select bucket, full_at from mail_allowance")
				.query((row, _) -> Map.entry(row.getString("bucket"), row.getObject("full_at", OffsetDateTime.class)))
				.list()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private int taken(NewDelivery mail, int times) {
		return (int) IntStream.range(0, times).filter(_ -> isTaken(mail)).count();
	}

	private boolean isTaken(NewDelivery mail) {
		return this.transaction.execute(_ -> this.limits.exceededBy(mail, false) == null);
	}

	private static NewDelivery mail(long ticket) {
		return NewDelivery.plain(Kind.CREATED, ticket, 0, "limits-%d@example.org".formatted(ticket),
				new Content("", "", ""));
	}

}
