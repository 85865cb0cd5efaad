package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ConcurrencyIT {

	private static final int ROUNDS = 20;

	private static final int KEYS = 100;

	private static final int POSTS = 1_000;

	/** As many as a gateway of a small machine takes up before it lets connections wait. */
	private static final int AT_ONCE = 200;

	private static final int TRIES = 5;

	@Test
	void ofTwoWhoChangeTheSameVersionOneIsToldAndNothingIsLost() throws Exception {
		var alice = Frontdesk.api("alice@frontdesk.test");
		var root = Frontdesk.root();
		var ticket = "/api/v1/tickets/" + alice.created("/api/v1/tickets",
				"{\"subject\": \"Two of us\", \"message\": \"At once.\"}").get("id").asLong();
		for (var round = 0; round < ROUNDS; round++) {
			var etag = alice.get(ticket).header("ETag");
			var subject = "{\"subject\": \"Two of us, round %d\"}".formatted(round);
			var tags = "{\"tags\": [\"round-%d\"]}".formatted(round);
			var together = new CyclicBarrier(2);
			var answers = both(() -> {
				together.await();
				return alice.patch(ticket, subject, "If-Match", etag);
			}, () -> {
				together.await();
				return root.patch(ticket, tags, "If-Match", etag);
			});
			assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 412);
			var refused = answers.stream().filter(answer -> answer.status() == 412).findFirst().orElseThrow();
			assertThat(refused.json().get("type").asString()).isEqualTo("/problems/ticket-changed");
			var read = alice.get(ticket).header("ETag");
			var again = answers.getFirst() == refused
					? alice.patch(ticket, subject, "If-Match", read)
					: root.patch(ticket, tags, "If-Match", read);
			assertThat(again.status()).isEqualTo(200);
			assertThat(again.json().get("subject").asString()).isEqualTo("Two of us, round " + round);
			assertThat(again.json().at("/tags/0").asString()).isEqualTo("round-" + round);
		}
		var history = alice.get(ticket + "/history").body();
		assertThat(IntStream.range(0, ROUNDS)).allSatisfy(
				round -> assertThat(history).contains("Two of us, round %d\"".formatted(round), "round-" + round));
	}

	@Test
	void aThousandPostsOfAHundredKeysMakeAHundredTickets() throws Exception {
		var alice = Frontdesk.api("alice@frontdesk.test");
		var run = UUID.randomUUID();
		var turns = new Semaphore(AT_ONCE);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var posts = IntStream.range(0, POSTS).mapToObj(post -> threads.submit(() -> {
				turns.acquire();
				try {
					var key = post % KEYS;
					return untilNotBusy(() -> alice.post("/api/v1/tickets",
							"{\"subject\": \"Key %d\", \"message\": \"Once.\", \"tags\": [\"%s\"]}".formatted(key, run),
							"Idempotency-Key", "%s-%d".formatted(run, key)));
				} finally {
					turns.release();
				}
			})).toList();
			var answers = posts.stream().map(ConcurrencyIT::answer).toList();
			System.out.printf("%d posts with %d keys: %s%n", POSTS, KEYS, answers.stream()
					.collect(Collectors.groupingBy(Api.Answer::status, Collectors.counting())));
			assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
			var bySubject = answers.stream()
					.map(Api.Answer::json)
					.collect(Collectors.groupingBy(ticket -> ticket.get("subject").asString(),
							Collectors.mapping(ticket -> ticket.get("id").asLong(), Collectors.toSet())));
			assertThat(bySubject).hasSize(KEYS).allSatisfy((_, ids) -> assertThat(ids).hasSize(1));
		}
		assertThat(alice.get("/api/v1/tickets?limit=1&tag=" + run).json().get("total").asInt()).isEqualTo(KEYS);
	}

	/** A stack that has just started may be too slow for some (503); that they can try again is what keys are for. */
	private static Api.Answer untilNotBusy(Supplier<Api.Answer> post) {
		return Stream.generate(post)
				.limit(TRIES)
				.filter(answer -> answer.status() != 503)
				.findFirst()
				.orElseThrow(() -> new AssertionError("Busy %d times in a row".formatted(TRIES)));
	}

	private static List<Api.Answer> both(Callable<Api.Answer> one, Callable<Api.Answer> other) throws Exception {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return threads.invokeAll(List.of(one, other)).stream().map(ConcurrencyIT::answer).toList();
		}
	}

	private static Api.Answer answer(Future<Api.Answer> future) {
		try {
			return future.get();
		} catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
