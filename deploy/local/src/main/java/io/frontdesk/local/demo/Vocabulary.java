package io.frontdesk.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The words of the demo. The first of a list is the most frequent: the n-th comes 1/n times as often, as in any text. */
final class Vocabulary {

	private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

	private final Map<String, List<String>> words = new HashMap<>();

	private final List<Topic> topics;

	private Vocabulary(List<Topic> topics) {
		this.topics = topics;
	}

	static Vocabulary load() {
		Vocabulary vocabulary = new Vocabulary(Topic.parse(lines("topics.txt")));
		lines("words.txt").forEach(line -> {
			int space = line.indexOf(' ');
			vocabulary.words.put(line.substring(0, space), List.of(line.substring(space + 1).split("\\|")));
		});
		return vocabulary;
	}

	private static List<String> lines(String name) {
		try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(name))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
					.filter(line -> !line.isBlank() && !line.startsWith("#"))
					.toList();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> list(String name) {
		return Objects.requireNonNull(this.words.get(name), name);
	}

	Topic topic(RandomGenerator random) {
		int left = random.nextInt(this.topics.stream().mapToInt(Topic::weight).sum());
		for (Topic topic : this.topics) {
			left -= topic.weight();
			if (left < 0) {
				return topic;
			}
		}
		throw new IllegalStateException();
	}

	/** A pattern with its braces filled in; the same list gives the same word all through one ticket. */
	String text(String pattern, Map<String, String> chosen, RandomGenerator random) {
		return SLOT.matcher(pattern)
				.replaceAll(slot -> chosen.computeIfAbsent(slot.group(1), name -> word(name, random)));
	}

	private String word(String name, RandomGenerator random) {
		return switch (name) {
			case "code" -> "%s-%04d".formatted(List.of("E", "ERR", "AUTH", "NET", "IO").get(zipf(5, random)),
					random.nextInt(10_000));
			case "number" -> "%d-%05d".formatted(2024 + random.nextInt(3), random.nextInt(100_000));
			case "serial" -> "SN%s%06d".formatted((char) ('A' + random.nextInt(26)), random.nextInt(1_000_000));
			case "host" -> "srv-%s-%03d".formatted(List.of("ham", "ber", "muc", "lon", "waw").get(zipf(5, random)),
					random.nextInt(1_000));
			case "version" -> "%d.%d.%d".formatted(1 + zipf(9, random), random.nextInt(20), random.nextInt(10));
			case "count" -> Integer.toString(2 + zipf(98, random));
			default -> pick(list(name), random);
		};
	}

	static <T> T pick(List<T> list, RandomGenerator random) {
		return list.get(zipf(list.size(), random));
	}

	/** Below the bound; n with a weight of about 1/(n + 1). */
	static int zipf(int bound, RandomGenerator random) {
		return Math.min(bound - 1, (int) (Math.pow(bound + 1, random.nextDouble()) - 1));
	}

	/** What a kind of ticket says. */
	record Topic(String language, int weight, List<String> tags, Map<Character, List<String>> patterns) {

		static List<Topic> parse(List<String> lines) {
			List<Topic> topics = new ArrayList<>();
			for (String line : lines) {
				if (line.startsWith("== ")) {
					String[] head = line.substring(3).split("[ |]+");
					topics.add(new Topic(head[0], Integer.parseInt(head[1]), List.of(head).subList(2, head.length),
							new HashMap<>()));
				} else {
					topics.getLast().patterns.computeIfAbsent(line.charAt(0), _ -> new ArrayList<>())
							.add(line.substring(2));
				}
			}
			return topics;
		}

		String pattern(char kind, RandomGenerator random) {
			return pick(Objects.requireNonNull(this.patterns.get(kind)), random);
		}

	}

}
