package io.frontdesk.ticket.live;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param perPerson how many streams one person may have open here, whichever way they come: more than a gateway lets
 *     through, which hears earlier of a page that was closed
 */
@Validated
@ConfigurationProperties("frontdesk.live")
record LiveSettings(@Min(1) @DefaultValue("60") int perPerson) {}
