package io.frontdesk.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails, and what must come of them: NAME.json beside NAME.eml, or NAME.1.eml, NAME.2.eml … in this order.
 *
 * @param json {@code why}, {@code expect} for each mail, what staff do {@code after} one, whether they come in a {@code burst}
 * @param run stands in for {@code RUN0000}, so that no address and no mail is known from before
 */
record MailCase(String name, JsonNode json, List<String> mails, String run) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?<what>[a-z-]+):(?<mail>\\d+)}");

	/** All cases below that folder, by name. */
	static List<MailCase> in(Path folder) {
		try (var files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(".json")).sorted().map(file -> of(folder, file))
					.toList();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static MailCase of(Path folder, Path file) {
		var name = folder.relativize(file).toString().replaceFirst("\\.json$", "");
		var run = "r" + Integer.toString(Math.floorMod((name + System.nanoTime()).hashCode(), 1 << 30) + (1 << 30), 36);
		try {
			var json = Files.readString(file).replace("RUN0000", run);
			return new MailCase(name, JSON.readTree(json), mails(folder.resolve(name), run), run);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> mails(Path path, String run) throws IOException {
		var mails = new ArrayList<String>();
		var single = path.resolveSibling(path.getFileName() + ".eml");
		var files = Files.exists(single)
				? Stream.of(single)
				: Stream.iterate(1, number -> number + 1)
						.map(number -> path.resolveSibling("%s.%d.eml".formatted(path.getFileName(), number)))
						.takeWhile(Files::exists);
		for (var file : files.toList()) {
			mails.add(Files.readString(file, ISO_8859_1).replace("RUN0000", run));
		}
		return mails;
	}

	boolean burst() {
		return this.json.path("burst").asBoolean(false);
	}

	/** What staff do after mail {@code number}. */
	JsonNode after(int number) {
		return this.json.path("after").path(Integer.toString(number));
	}

	/** What must come of mail {@code number}, the first being 1. */
	JsonNode expect(int number) {
		var expect = this.json.get("expect");
		return this.mails.size() > 1 || expect.has("1") ? expect.path(Integer.toString(number)) : expect;
	}

	/** @param known by what a placeholder names, what it stands for in mail n */
	byte[] bytes(int number, Map<String, IntFunction<String>> known) {
		return PLACEHOLDER.matcher(this.mails.get(number - 1))
				.replaceAll(found -> Matcher.quoteReplacement(meant(found, known)))
				.getBytes(ISO_8859_1);
	}

	private String meant(MatchResult found, Map<String, IntFunction<String>> known) {
		var number = Integer.parseInt(found.group("mail"));
		if (found.group("what").equals("thread")) {
			return thread(number);
		}
		var value = known.get(found.group("what"));
		return (value != null) ? value.apply(number) : found.group();
	}

	/** A Thread-Index of one conversation, {@code number - 1} answers deep (MS-OXOMSG 2.2.1.3): 22 bytes, then 5 for each. */
	private String thread(int number) {
		var index = ByteBuffer.allocate(22 + 5 * (number - 1));
		index.put((byte) 1).put(new byte[]{(byte) 0xdc, 0x11, 0x22, 0x33, 0x44});
		index.putLong(this.run.hashCode()).putLong(this.name.hashCode());
		for (var answer = 1; answer < number; answer++) {
			index.put(new byte[]{0, 0, 1, 2, (byte) answer});
		}
		return Base64.getEncoder().encodeToString(index.array());
	}

	@Override
	public String toString() {
		return this.name;
	}

}
