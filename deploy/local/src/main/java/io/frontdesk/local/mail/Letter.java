package io.frontdesk.local.mail;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A mail as someone at a command line or a test writes it. */
public record Letter(String from, String to, String subject, String body, List<Path> attachments,
		Optional<String> messageId, Optional<String> inReplyTo, List<Header> headers) {

	/** One more header line, as it is. */
	public record Header(String name, String value) {

		public static Header parse(String line) {
			int colon = line.indexOf(':');
			if (colon < 1) {
				throw new IllegalArgumentException("A header looks like 'Name: value', not " + line);
			}
			return new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
		}

	}

	public static Letter of(String from, String to, String subject, String body) {
		return new Letter(from, to, subject, body, List.of(), Optional.empty(), Optional.empty(), List.of());
	}

	public Letter inReplyTo(String id) {
		return new Letter(this.from, this.to, this.subject, this.body, this.attachments, this.messageId,
				Optional.of(id), this.headers);
	}

	public Letter withMessageId(String id) {
		return new Letter(this.from, this.to, this.subject, this.body, this.attachments, Optional.of(id),
				this.inReplyTo, this.headers);
	}

	public Letter with(Header... more) {
		return new Letter(this.from, this.to, this.subject, this.body, this.attachments, this.messageId,
				this.inReplyTo, Stream.concat(this.headers.stream(), Stream.of(more)).toList());
	}

}
