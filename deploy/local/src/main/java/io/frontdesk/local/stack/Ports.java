package io.frontdesk.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.PortHolder;
import io.frontdesk.local.process.Private;

/** Which port each server of a stack listens on: no two on the same. */
public record Ports(Map<Name, Integer> numbers) {

	private static final String OFFSET = "FRONTDESK_PORT_OFFSET";

	public Ports {
		Map<Integer, Name> taken = new HashMap<>();
		numbers.forEach((name, number) -> {
			Name other = taken.put(number, name);
			if (other != null) {
				throw new IllegalArgumentException("%s and %s are both %d: each server needs a port of its own"
						.formatted(other.variable(), name.variable(), number));
			}
		});
	}

	/** The names, with the ports that documentation speaks of. */
	public enum Name {

		GATEWAY(8080), KEYCLOAK(18080), ORG(8101), TICKET(8102), MAIL_INGEST(8103), NOTIFICATION(8104), SMTP(
				13025), IMAP(13143), POSTGRES(15432), KAFKA(19092), KAFKA_CONTROLLER(19093);

		private final int usual;

		Name(int usual) {
			this.usual = usual;
		}

		String variable() {
			return "FRONTDESK_" + name() + "_PORT";
		}

	}

	/** FRONTDESK_NAME_PORT moves one of them, FRONTDESK_PORT_OFFSET those that are not moved so. */
	public static Ports from(Map<String, String> environment) {
		int offset = number(environment, OFFSET, 0);
		Map<Name, Integer> numbers = new EnumMap<>(Name.class);
		for (Name name : Name.values()) {
			numbers.put(name, number(environment, name.variable(), name.usual + offset));
		}
		return new Ports(numbers);
	}

	/** Whether anything is said about ports at all. */
	static boolean areSaidBy(Map<String, String> environment) {
		return Stream.concat(Stream.of(OFFSET), Stream.of(Name.values()).map(Name::variable))
				.anyMatch(variable -> !environment.getOrDefault(variable, "").isBlank());
	}

	/** Those that a stack was started with, for whoever comes to it later. */
	static Optional<Ports> read(Path file) throws IOException {
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		return Optional.of(from(properties.stringPropertyNames()
				.stream()
				.collect(Collectors.toMap(name -> name, properties::getProperty))));
	}

	void write(Path file) throws IOException {
		Private.write(file,
				away(0).entrySet()
						.stream()
						.map(port -> port.getKey() + "=" + port.getValue() + System.lineSeparator())
						.sorted()
						.collect(Collectors.joining()));
	}

	/** The variables that move a stack so far from this one. */
	public Map<String, String> away(int distance) {
		return this.numbers.keySet()
				.stream()
				.collect(Collectors.toMap(Name::variable, name -> Integer.toString(of(name) + distance)));
	}

	/** Whatever is free now, for a stack beside others. */
	public static Ports free() {
		PrimitiveIterator.OfInt free = freePorts().distinct().iterator();
		Map<Name, Integer> numbers = new EnumMap<>(Name.class);
		for (Name name : Name.values()) {
			numbers.put(name, free.next());
		}
		return new Ports(numbers);
	}

	public static int freePort() {
		return freePorts().findFirst().orElseThrow();
	}

	/**
	 * Below the range that systems take the near end of connections from: there, a connection could take the port of a
	 * server while that is restarted.
	 */
	private static IntStream freePorts() {
		return ThreadLocalRandom.current().ints(20_000, 32_000).filter(PortHolder::isFree);
	}

	public int of(Name name) {
		return this.numbers.getOrDefault(name, name.usual);
	}

	Port port(Name name) {
		return new Port(name.variable(), of(name));
	}

	private static int number(Map<String, String> environment, String variable, int otherwise) {
		String value = environment.get(variable);
		if (value == null || value.isBlank()) {
			return otherwise;
		}
		try {
			return Integer.parseInt(value.strip());
		} catch (NumberFormatException _) {
			throw new IllegalArgumentException(variable + " is not a number: " + value);
		}
	}

}
