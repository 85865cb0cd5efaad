package io.frontdesk.local.kafka;

import java.util.Map;

/** A name at the broker and its password. */
public record Login(String name, String password) {

	static final String SCRAM = "SCRAM-SHA-512";

	static final String PLAIN = "PLAIN";

	/** What any client of Kafka is told to come in by it, under Kafka's own names. */
	public Map<String, String> settings() {
		return settings(SCRAM, scram());
	}

	/** The password itself goes over the wire: only for who knows that it is ours that listens. */
	Map<String, String> plainSettings() {
		return settings(PLAIN, plain() + ";");
	}

	private static Map<String, String> settings(String mechanism, String module) {
		return Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", mechanism, "sasl.jaas.config", module);
	}

	String scram() {
		return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
				.formatted(this.name, this.password);
	}

	private String plain() {
		return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
				.formatted(this.name, this.password);
	}

	/** For a broker, which lets this login in and nobody else. */
	String plainOfBroker() {
		return "%s user_%s=\"%s\";".formatted(plain(), this.name, this.password);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
