package io.frontdesk.mail.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Authentication;
import io.frontdesk.events.Person;
import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.mail.reading.Reading;
import io.frontdesk.mail.reading.UnreadableMailException;

/** One mail of the ledger: what was done with it, what it says, and its source. */
@Component
public class IntakeBook {

	private final JdbcClient jdbc;

	private final IntakeSteps steps;

	private final Blobs blobs;

	private final LedgerReader reader;

	private final IntakeSettings settings;

	IntakeBook(JdbcClient jdbc, IntakeSteps steps, Blobs blobs, LedgerReader reader, IntakeSettings settings) {
		this.jdbc = jdbc;
		this.steps = steps;
		this.blobs = blobs;
		this.reader = reader;
		this.settings = settings;
	}

	public Detail detail(UUID id) {
		var row = get(id);
		var reading = reading(row);
		return new Detail(row, this.steps.of(id), reading, (reading != null) ? authentication(row, reading) : null);
	}

	private @Nullable Authentication authentication(LedgerRow row, Reading reading) {
		var from = Optional.ofNullable(row.from()).or(() -> Optional.ofNullable(reading.from()).map(Person::email));
		return this.settings.authentication(row.mailbox(), reading.provenance(), from.orElse(""));
	}

	/** Read anew from the raw mail, so that it shows what would be made of it now. */
	private @Nullable Reading reading(LedgerRow row) {
		try {
			return this.reader.read(row.sha256());
		} catch (UnreadableMailException ex) {
			return null;
		}
	}

	/** The raw mail as it came. */
	public Path source(UUID id) {
		var file = this.blobs.file(get(id).sha256());
		if (!Files.exists(file)) {
			throw IntakeProblem.SOURCE_LOST.exception();
		}
		return file;
	}

	private LedgerRow get(UUID id) {
		return this.jdbc.sql("select * from intake_entry where id = ?")
				.param(id)
				.query(LedgerRow::of)
				.optional()
				.orElseThrow(IntakeProblem.MAIL_NOT_FOUND::exception);
	}

	/**
	 * @param reading null if it can't be read
	 * @param authentication null where no server says anything whose word counts
	 */
	public record Detail(LedgerRow mail, List<IntakeStep> steps, @Nullable Reading reading,
			@Nullable Authentication authentication) {}

}
