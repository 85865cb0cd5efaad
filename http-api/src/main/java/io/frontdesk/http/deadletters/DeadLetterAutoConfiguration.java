package io.frontdesk.http.deadletters;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

import io.frontdesk.events.EventsAutoConfiguration;
import io.frontdesk.events.deadletters.DeadLetterList;
import io.frontdesk.events.deadletters.DeadLetters;
import io.frontdesk.http.listing.Cursors;

/** For every service that sends or reads events. */
@AutoConfiguration(after = EventsAutoConfiguration.class)
@ConditionalOnBean(DeadLetters.class)
public class DeadLetterAutoConfiguration {

	@Bean
	DeadLetterController deadLetterController(DeadLetterList list, DeadLetters letters, Cursors cursors) {
		return new DeadLetterController(list, letters, cursors);
	}

}
