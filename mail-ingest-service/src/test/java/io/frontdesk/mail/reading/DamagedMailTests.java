package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

/**
 * Real mails with something broken, at random but the same each time: whatever is left is read, and in time. Needs the
 * corpus of {@link CorpusTests}.
 */
class DamagedMailTests {

	private static final int ROUNDS = Integer.getInteger("frontdesk.damage.rounds", 2);

	private final Random random = new Random(20261123);

	private final List<String> failures = new ArrayList<>();

	@Test
	void damagedMailIsReadOrEmpty() throws IOException {
		var corpus = CorpusTests.corpus();
		var mails = mails(corpus);
		for (var round = 0; round < ROUNDS; round++) {
			for (var mail : mails) {
				var damaged = damage(Files.readAllBytes(mail),
						Files.readAllBytes(mails.get(this.random.nextInt(mails.size()))));
				try {
					new MailReader().read(new ByteArrayResource(damaged), _ -> false);
				} catch (UnreadableMailException ex) {
					if (!"The mail is empty".equals(ex.reason())) {
						fail(corpus.relativize(mail), damaged, ex.reason());
					}
				}
			}
		}
		assertThat(this.failures).as("the mails lie in target/damaged").isEmpty();
	}

	private void fail(Path mail, byte[] damaged, String why) throws IOException {
		var kept = Path.of("target/damaged/%d.eml".formatted(this.failures.size()));
		Files.createDirectories(kept.getParent());
		Files.write(kept, damaged);
		this.failures.add("%s, of %s: %s".formatted(kept, mail, why));
	}

	private static List<Path> mails(Path corpus) throws IOException {
		try (var files = Files.walk(corpus)) {
			return files.filter(Files::isRegularFile)
					.filter(file -> !file.toString().endsWith(".jsonl") && !file.toString().endsWith(".md"))
					.sorted()
					.toList();
		}
	}

	private byte[] damage(byte[] mail, byte[] other) {
		var damaged = mail;
		for (var i = 0; i <= this.random.nextInt(3); i++) {
			damaged = switch (this.random.nextInt(9)) {
				case 0 -> Arrays.copyOf(damaged, this.random.nextInt(damaged.length + 1));
				case 1 -> Arrays.copyOfRange(damaged, this.random.nextInt(damaged.length + 1), damaged.length);
				case 2 -> flipped(damaged, 1 + damaged.length / 50);
				case 3 -> flipped(damaged, 3);
				case 4 -> spliced(damaged, damaged);
				case 5 -> spliced(damaged, other);
				case 6 -> replaced(damaged, "=\"?[A-Za-z]+-?[0-9]+", "=\"x-none");
				case 7 -> replaced(damaged, "\r?\n", this.random.nextBoolean() ? "\r" : "\n\n");
				default -> replaced(damaged, "(?i)boundary=\"?.{3}", "boundary=\"\0");
			};
		}
		return damaged;
	}

	private byte[] flipped(byte[] mail, int count) {
		var flipped = mail.clone();
		for (var i = 0; i < count && flipped.length > 0; i++) {
			flipped[this.random.nextInt(flipped.length)] = (byte) this.random.nextInt(256);
		}
		return flipped;
	}

	/** A piece of the one goes somewhere into the other. */
	private byte[] spliced(byte[] mail, byte[] other) {
		var from = this.random.nextInt(other.length + 1);
		var at = this.random.nextInt(mail.length + 1);
		var spliced = new ByteArrayOutputStream();
		spliced.write(mail, 0, at);
		spliced.write(other, from, Math.min(other.length - from, this.random.nextInt(4_000)));
		spliced.write(mail, at, mail.length - at);
		return spliced.toByteArray();
	}

	private static byte[] replaced(byte[] mail, String pattern, String by) {
		return new String(mail, StandardCharsets.ISO_8859_1).replaceAll(pattern, by)
				.getBytes(StandardCharsets.ISO_8859_1);
	}

}
