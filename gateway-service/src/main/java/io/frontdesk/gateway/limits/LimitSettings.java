package io.frontdesk.gateway.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often somebody may ask, and how much at once, at each gateway.
 *
 * @param enabled false lets everybody ask as much as they like
 * @param caller who is logged in or has a token
 * @param anonymous an address from which somebody asks who has neither: an office that logs in at nine, three requests each
 * @param upload of a caller, counted as a request as well
 * @param open how many requests may be under way at once
 * @param stream how many live streams may be open, each of which is a request as well
 */
@Validated
@ConfigurationProperties("frontdesk.limits")
public record LimitSettings(@DefaultValue("true") boolean enabled, @Valid @DefaultValue Caller caller,
		@Valid @DefaultValue Anonymous anonymous, @Valid @DefaultValue Upload upload,
		@Valid @DefaultValue Open open, @Valid @DefaultValue Stream stream) {

	public record Caller(@Min(1) @DefaultValue("50") int perSecond, @Min(1) @DefaultValue("200") int burst) {}

	public record Anonymous(@Min(1) @DefaultValue("30") int perSecond, @Min(1) @DefaultValue("150") int burst) {}

	public record Upload(@Min(1) @DefaultValue("5") int perSecond, @Min(1) @DefaultValue("20") int burst) {}

	/** @param anonymous of an address, by those who have neither login nor token */
	public record Open(@Min(1) @DefaultValue("100") int caller, @Min(1) @DefaultValue("100") int anonymous) {}

	/** @param address of all callers behind one address, which may be a whole office */
	public record Stream(@Min(1) @DefaultValue("30") int caller, @Min(1) @DefaultValue("1000") int address) {}

}
