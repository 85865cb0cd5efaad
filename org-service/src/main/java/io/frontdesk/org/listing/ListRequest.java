package io.frontdesk.org.listing;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.frontdesk.org.editing.Label;

/**
 * What every list takes.
 *
 * @param q what the name, or a person's name or address, must contain
 * @param sort a field's name, descending with a minus before it
 */
public record ListRequest(
		@Nullable @Size(max = Label.MAX) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\u2028\\u2029]*", message = "may have no control characters") String q,
		@Nullable Liveness active,
		@Nullable String sort, @Nullable String cursor, @Nullable @Min(1) @Max(200) Integer limit) {

	private static final int USUAL = 50;

	/** Deleted things are not shown unless asked for. */
	public enum Liveness {

		@JsonProperty("true")
		TRUE,

		@JsonProperty("false")
		FALSE,

		@JsonProperty("all")
		ALL

	}

	/** A client sees only what is live. */
	public ListRequest onlyActive() {
		return new ListRequest(this.q, Liveness.TRUE, this.sort, this.cursor, this.limit);
	}

	Liveness liveness() {
		return Objects.requireNonNullElse(this.active, Liveness.TRUE);
	}

	int size() {
		return Objects.requireNonNullElse(this.limit, USUAL);
	}

}
