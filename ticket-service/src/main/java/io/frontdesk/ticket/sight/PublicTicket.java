package io.frontdesk.ticket.sight;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.NamedId;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;

/**
 * All that a client is ever shown of a ticket: a field is public by being here, and by nothing else.
 *
 * @param message its first one, or what a list shows of one
 * @param version grows by what clients see, and by nothing else
 */
public record PublicTicket(long id, String subject, String message, Person requester, @Nullable NamedId company,
		@Nullable NamedId project, @Nullable NamedId task, TicketStatus status, Priority priority, Instant requestTime,
		@Nullable Instant firstReplyAt, @Nullable Instant responseTime, WaitingOn waitingOn, Source source,
		boolean active, long version) {

	private static final Set<String> FIELDS = Stream.of(PublicTicket.class.getRecordComponents())
			.map(RecordComponent::getName)
			.collect(Collectors.toSet());

	/** Whether a client is shown what became different by a change of this field. */
	public static boolean shows(String field) {
		return FIELDS.contains(field);
	}

}
