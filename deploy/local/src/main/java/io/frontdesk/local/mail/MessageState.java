package io.frontdesk.local.mail;

import java.util.Map;

import jakarta.mail.Flags;

/** A message's flags as letters in its file's name. */
record MessageState(String letters) {

	static final MessageState NEW = new MessageState("");

	private static final Map<Character, Flags.Flag> FLAGS = Map.of('A', Flags.Flag.ANSWERED, 'D', Flags.Flag.DELETED,
			'F', Flags.Flag.FLAGGED, 'R', Flags.Flag.DRAFT, 'S', Flags.Flag.SEEN);

	static MessageState of(Flags flags) {
		StringBuilder letters = new StringBuilder();
		FLAGS.keySet()
				.stream()
				.sorted()
				.filter(letter -> flags.contains(FLAGS.get(letter)))
				.forEach(letters::append);
		return new MessageState(letters.toString());
	}

	Flags flags() {
		Flags flags = new Flags();
		this.letters.chars().forEach(letter -> flags.add(FLAGS.get((char) letter)));
		return flags;
	}

}
