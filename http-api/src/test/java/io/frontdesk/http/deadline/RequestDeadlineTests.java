package io.frontdesk.http.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class RequestDeadlineTests {

	private Instant now = Instant.parse("2026-11-26T08:00:00Z");

	@Test
	void statementsHaveTheTimeThatIsLeft() {
		request(() -> {
			assertThat(RequestDeadline.secondsLeft()).hasValue(31);
			pass(28);
			assertThat(RequestDeadline.secondsLeft()).hasValue(3);
			pass(2);
			assertThat(RequestDeadline.secondsLeft()).hasValue(1);
			assertThat(RequestDeadline.isOver()).isFalse();
			return null;
		});
	}

	@Test
	void noneBeginsWhenTheTimeIsUp() {
		request(() -> {
			pass(31);
			assertThat(RequestDeadline.isOver()).isTrue();
			assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(RequestDeadline::secondsLeft)
					.satisfies(ex -> assertThat(ex.getBody().getType()).hasToString("/problems/took-too-long"))
					.satisfies(ex -> assertThat(ex.getStatusCode().value()).isEqualTo(503));
			return null;
		});
	}

	@Test
	void pageOfAFileHasTimeOfItsOwn() {
		request(() -> {
			for (var page = 0; page < 5; page++) {
				pass(20);
				RequestDeadline.anew(() -> assertThat(RequestDeadline.secondsLeft()).hasValue(31));
			}
			assertThat(RequestDeadline.isOver()).isTrue();
			return null;
		});
	}

	@Test
	void whatHasBoundsOfItsOwnHasNoDeadline() {
		request(() -> RequestDeadline.lifted(() -> {
			pass(3_600);
			assertThat(RequestDeadline.isOver()).isFalse();
			return assertThat(RequestDeadline.secondsLeft()).isEqualTo(OptionalInt.empty());
		}));
	}

	@Test
	void whatIsNoRequestHasNoDeadline() {
		assertThat(RequestDeadline.secondsLeft()).isEmpty();
		assertThat(RequestDeadline.isOver()).isFalse();
		assertThat(RequestDeadline.<OptionalInt, RuntimeException>anew(RequestDeadline::secondsLeft)).isEmpty();
		assertThat(RequestDeadline.<OptionalInt, RuntimeException>lifted(RequestDeadline::secondsLeft)).isEmpty();
		request(() -> {
			pass(31);
			return assertThat(CompletableFuture.supplyAsync(RequestDeadline::secondsLeft).join()).isEmpty();
		});
	}

	private void request(ScopedValue.CallableOp<?, RuntimeException> work) {
		RequestDeadline.within(Duration.ofSeconds(30), () -> this.now, work);
	}

	private void pass(int seconds) {
		this.now = this.now.plusSeconds(seconds);
	}

}
