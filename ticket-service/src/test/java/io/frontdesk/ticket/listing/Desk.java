package io.frontdesk.ticket.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.UserChanged;
import io.frontdesk.ticket.Viewers;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.conversation.NewMessage;
import io.frontdesk.ticket.conversation.TicketMessage;
import io.frontdesk.ticket.lifecycle.NewTicket;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.people.People;
import io.frontdesk.ticket.sight.Viewer;

/** Raises the tickets that lists and searches are to show, and asks for them. */
public class Desk {

	public static final Person ALICE = Person.of("alice@frontdesk.test", "Alice Adams");

	public static final Viewer STAFF = Viewers.staff(ALICE);

	private final TicketDesk tickets;

	private final Conversation conversation;

	private final People people;

	public Desk(TicketDesk tickets, Conversation conversation, People people) {
		this.tickets = tickets;
		this.conversation = conversation;
		this.people = people;
	}

	public void hire(Person person) {
		this.people.update(
				List.of(new UserChanged(person.id(), person.email(), person.firstName(), person.lastName(), null,
						true, true, 1)));
	}

	public long raise(Person requester, String subject, String text, Instant at) {
		return raise(requester, subject, text, at, Priority.MID, null, null, null, List.of());
	}

	public long raise(Person requester, String subject, String text, Instant at, Priority priority,
			@Nullable UUID assignee, @Nullable UUID project, @Nullable UUID task, List<String> tags) {
		var ticket = this.tickets.raise(new NewTicket(requester, subject, text, Source.API, at, priority, assignee,
				project, task, tags, null, null), STAFF.actor());
		write(ticket.id(), MessageKind.CLIENT, requester, text, at);
		return ticket.id();
	}

	public void write(long ticket, MessageKind kind, Person author, String text, Instant at) {
		this.conversation
				.begin(List.of(new TicketMessage(ticket, new NewMessage(kind, author, text, List.of(), at, null))));
	}

	public static JsonNode list(MockMvcTester api, RequestPostProcessor caller, String... parameters) {
		var request = MockMvcRequestBuilders.get("/api/v1/tickets").with(caller);
		for (var i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		var answer = api.perform(request).getResponse();
		if (answer.getStatus() != 200) {
			throw new AssertionError(answer.getStatus() + " for " + List.of(parameters));
		}
		return new JsonMapper().readTree(answer.getContentAsByteArray());
	}

	public static List<Long> ids(JsonNode list) {
		var ids = new ArrayList<Long>();
		list.get("items").forEach(item -> ids.add(item.get("id").asLong()));
		return ids;
	}

}
