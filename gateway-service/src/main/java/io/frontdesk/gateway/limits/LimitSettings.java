package io.frontdesk.gateway.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often somebody may ask, at each gateway.
 *
 * @param enabled false lets everybody ask as often as they like
 * @param caller who is logged in or has a token
 * @param anonymous an address from which somebody asks who has neither
 * @param upload of a caller, counted as a request as well
 */
@Validated
@ConfigurationProperties("frontdesk.limits")
public record LimitSettings(@DefaultValue("true") boolean enabled, @Valid @DefaultValue Caller caller,
		@Valid @DefaultValue Anonymous anonymous, @Valid @DefaultValue Upload upload) {

	public record Caller(@Min(1) @DefaultValue("50") int perSecond, @Min(1) @DefaultValue("200") int burst) {}

	public record Anonymous(@Min(1) @DefaultValue("10") int perSecond, @Min(1) @DefaultValue("50") int burst) {}

	public record Upload(@Min(1) @DefaultValue("5") int perSecond, @Min(1) @DefaultValue("20") int burst) {}

}
