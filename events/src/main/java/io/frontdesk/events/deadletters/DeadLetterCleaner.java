package io.frontdesk.events.deadletters;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;

class DeadLetterCleaner {

	private final DeadLetterBook book;

	private final Duration age;

	DeadLetterCleaner(DeadLetterBook book, Duration age) {
		this.book = book;
		this.age = age;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forget() {
		this.book.forget(this.age);
	}

}
