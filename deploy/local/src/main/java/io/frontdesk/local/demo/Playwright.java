package io.frontdesk.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/** Writes tickets: the same number gives the same ticket, whoever asks and in whatever order. */
final class Playwright {

	private static final long SEED = 7_919;

	private static final int MOST_ANSWERS = 8;

	private final Vocabulary words;

	private final Cast cast;

	private final Seasons seasons;

	/** @param now after which nothing has happened yet */
	Playwright(Vocabulary words, Cast cast, Instant now) {
		this.words = words;
		this.cast = cast;
		this.seasons = new Seasons(now);
	}

	/** @param share of all tickets that came before */
	DemoTicket ticket(long number, double share) {
		SplittableRandom random = new SplittableRandom(SEED * number + 1);
		Vocabulary.Topic topic = this.words.topic(random);
		Map<String, String> chosen = new HashMap<>();
		Cast.Client client = Vocabulary.pick(this.cast.clients(), random);
		UUID helper = Vocabulary.pick(this.cast.staff(), random);
		List<DemoTicket.Message> messages = conversation(topic, chosen, client.id(), helper, share, random);
		Instant began = messages.getFirst().sentAt();
		@Nullable
		Instant replied = messages.stream()
				.filter(message -> message.kind().equals("REPLY"))
				.findFirst()
				.map(DemoTicket.Message::sentAt)
				.orElse(null);
		@Nullable
		Instant closed = closed(messages, replied, random);
		boolean assigned = replied != null || random.nextInt(10) < 3;
		Cast.@Nullable Project project = (client.projects().isEmpty() || random.nextInt(10) < 3)
				? null
				: Vocabulary.pick(client.projects(), random);
		return new DemoTicket(this.words.text(topic.pattern('S', random), chosen, random), priority(topic, random),
				source(random), client.id(), assigned ? helper : null, client.company(),
				(project != null) ? project.id() : null,
				(project != null && random.nextBoolean()) ? Vocabulary.pick(project.tasks(), random) : null,
				tags(topic, random), messages, assigned ? ((replied != null) ? replied : began) : null, closed, replied,
				(closed != null) ? helper : null);
	}

	private List<DemoTicket.Message> conversation(Vocabulary.Topic topic, Map<String, String> chosen, UUID client,
			UUID helper, double share, RandomGenerator random) {
		Instant time = this.seasons.received(share, random);
		List<DemoTicket.Message> messages = new ArrayList<>();
		messages.add(message("CLIENT", client, topic.pattern('T', random), chosen, time, random));
		// 1.85 on average before those that would lie in the future are left out: three messages with the first
		int answers = Math.min(MOST_ANSWERS, (int) (Math.log(1 - random.nextDouble()) / Math.log(0.7)));
		for (int i = 0; i < answers; i++) {
			char kind = (i % 2 == 1) ? 'C' : (random.nextInt(8) == 0) ? 'N' : 'R';
			time = Seasons.later(time, (kind == 'C') ? Duration.ofHours(5) : Duration.ofMinutes(100), random);
			if (!time.isBefore(this.seasons.now())) {
				break;
			}
			messages.add(switch (kind) {
				case 'C' -> message("CLIENT", client, topic.pattern('C', random), chosen, time, random);
				case 'N' -> message("NOTE", helper, topic.pattern('N', random), chosen, time, random);
				default -> message("REPLY", helper, topic.pattern('R', random), chosen, time, random);
			});
		}
		return messages;
	}

	private DemoTicket.Message message(String kind, UUID author, String pattern, Map<String, String> chosen,
			Instant time, RandomGenerator random) {
		return new DemoTicket.Message(kind, author, this.words.text(pattern, chosen, random), time);
	}

	private @Nullable Instant closed(List<DemoTicket.Message> messages, @Nullable Instant replied,
			RandomGenerator random) {
		int chance = (replied != null) ? 97 : 80;
		if (random.nextInt(100) >= chance) {
			return null;
		}
		Instant time = Seasons.later(messages.getLast().sentAt(), Duration.ofHours(6), random);
		return time.isBefore(this.seasons.now()) ? time : null;
	}

	private static String priority(Vocabulary.Topic topic, RandomGenerator random) {
		int drawn = random.nextInt(100);
		int high = topic.tags().contains("incident") ? 80 : 12;
		return (drawn < high) ? "HIGH" : (drawn < high + 15) ? "LOW" : "MID";
	}

	private static String source(RandomGenerator random) {
		int drawn = random.nextInt(100);
		return (drawn < 70) ? "MAIL" : (drawn < 92) ? "WEB" : "API";
	}

	private static List<String> tags(Vocabulary.Topic topic, RandomGenerator random) {
		return topic.tags().stream().filter(_ -> random.nextInt(3) > 0).toList();
	}

}
