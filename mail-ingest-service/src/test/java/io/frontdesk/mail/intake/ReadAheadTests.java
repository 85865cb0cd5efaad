package io.frontdesk.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.mail.intake.ReadAhead.Ready;
import io.frontdesk.mail.intake.ReadAhead.Unread;
import io.frontdesk.mail.reading.Heading;
import io.frontdesk.mail.reading.Provenance;
import io.frontdesk.mail.reading.Reading;
import io.frontdesk.mail.reading.UnreadableMailException;

/** A mail's blob is its id, a space and its sender; one whose id begins with "slow" is read once it may be. */
class ReadAheadTests {

	private final Map<String, CountDownLatch> mayBeRead = new ConcurrentHashMap<>();

	private final List<String> begun = new ArrayList<>();

	private final Semaphore overdueIsRead = new Semaphore(0);

	private final ReadAhead readAhead = new ReadAhead(this::read, ReadAheadTests::heading, this.overdueIsRead::release);

	@AfterEach
	void close() {
		this.readAhead.close();
	}

	@Test
	void slowMailHoldsUpThoseOfItsSenderUntilItIsReadAndNoOthers() throws Exception {
		var mails = List.of(mail("slow dora"), mail("next dora"), mail("other emil"));
		assertThat(ready(mails)).containsExactly("other");
		assertThat(ready(mails.subList(0, 2))).isEmpty();
		letRead("slow");
		assertThat(this.overdueIsRead.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
		assertThat(ready(mails.subList(0, 2))).containsExactly("slow", "next");
	}

	@Test
	void noMailIsReadTwiceWhileItWaits() throws Exception {
		var mails = List.of(mail("slow dora"), mail("next dora"));
		ready(mails);
		letRead("slow");
		assertThat(this.overdueIsRead.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
		ready(mails);
		assertThat(this.begun).containsExactlyInAnyOrder("slow", "next");
	}

	@Test
	void largeMailsThatAreSlowLeaveTheThreadsToSmallOnes() {
		var mails = new ArrayList<>(IntStream.range(0, 50)
				.mapToObj(i -> new Unread(id("slow" + i), "slow%d dora%d".formatted(i, i), 1 << 20))
				.toList());
		mails.add(mail("small emil"));
		assertThat(ready(mails)).containsExactly("small");
	}

	@Test
	void mailThatCanNotBeReadSaysSoWhenItIsToldOf() {
		var ready = this.readAhead.ready(List.of(mail("bad dora"), mail("worse emil"), mail("next dora")));
		assertThat(ready).hasSize(3);
		assertThatExceptionOfType(UnreadableMailException.class).isThrownBy(() -> ready.get(0).mail().read());
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> ready.get(1).mail().read())
				.withCauseInstanceOf(StackOverflowError.class);
	}

	private List<String> ready(List<Unread> mails) {
		return this.readAhead.ready(mails).stream().map(ReadAheadTests::name).toList();
	}

	private static String name(Ready mail) {
		return String.valueOf(mail.heading().id());
	}

	private void letRead(String name) {
		latch(name).countDown();
	}

	private CountDownLatch latch(String name) {
		return this.mayBeRead.computeIfAbsent(name, _ -> new CountDownLatch(1));
	}

	private ReadMail read(String blob) throws UnreadableMailException {
		var heading = heading(blob);
		var name = String.valueOf(heading.id());
		synchronized (this.begun) {
			this.begun.add(name);
		}
		if (name.startsWith("slow")) {
			try {
				latch(name).await();
			} catch (InterruptedException ex) {
				throw new UnreadableMailException("Interrupted", ex);
			}
		}
		if (name.equals("bad")) {
			throw new UnreadableMailException("It is bad", new IllegalStateException());
		}
		if (name.equals("worse")) {
			throw new StackOverflowError();
		}
		return new ReadMail(new Reading(name, null, List.of(), Person.of(String.valueOf(heading.sender()), ""),
				List.of(), List.of(), List.of(), "", "", "", null, List.of(), "", Classification.PERSON, false, null,
				List.of(), Provenance.UNKNOWN, null), List.of());
	}

	private static Heading heading(String blob) {
		var words = blob.split(" ");
		return new Heading(words[1] + "@example.org", words[0], Set.of());
	}

	private static Unread mail(String blob) {
		return new Unread(id(blob.split(" ")[0]), blob, 900);
	}

	private static UUID id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

}
