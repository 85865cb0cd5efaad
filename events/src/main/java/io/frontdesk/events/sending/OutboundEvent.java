package io.frontdesk.events.sending;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.producer.ProducerRecord;

/** An event as it waits in the outbox, with its data already written: a new release may not change what was said. */
record OutboundEvent(String id, String source, String topic, String key, String time, String data) {

	/** What Kafka adds to a record, and to the batch that it goes in, is less. */
	private static final int OVERHEAD = 512;

	/** As Kafka counts it: in bytes, with its headers. Of a short one the most that it can have. */
	long size() {
		var most = (this.data.length() + 4L * this.key.length()) * 3 + OVERHEAD;
		if (most <= Events.LARGEST) {
			return most;
		}
		var record = toRecord();
		var size = OVERHEAD + bytes(this.key).length + ((byte[]) record.value()).length;
		for (var header : record.headers()) {
			size += header.key().length() + header.value().length;
		}
		return size;
	}

	/** CloudEvents 1.0, Kafka protocol binding §3.2, binary content mode. */
	ProducerRecord<Object, Object> toRecord() {
		var record = new ProducerRecord<Object, Object>(this.topic, this.key, bytes(this.data));
		header(record, "ce_specversion", "1.0");
		header(record, "ce_id", this.id);
		header(record, "ce_source", this.source);
		header(record, "ce_type", "io.frontdesk." + this.topic + ".v1");
		header(record, "ce_subject", this.key);
		header(record, "ce_time", this.time);
		header(record, "content-type", "application/json");
		return record;
	}

	private static void header(ProducerRecord<Object, Object> record, String name, String value) {
		record.headers().add(name, bytes(value));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
