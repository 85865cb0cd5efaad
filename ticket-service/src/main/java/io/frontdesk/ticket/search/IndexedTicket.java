package io.frontdesk.ticket.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A ticket as the index reads it. */
record IndexedTicket(long id, String subject, List<String> tags, String status, String priority, String waitingOn,
		UUID requesterId, @Nullable UUID assigneeId, @Nullable UUID companyId, @Nullable UUID projectId,
		@Nullable UUID taskId, boolean active, LocalDate raised, long place) {

	static IndexedTicket of(ResultSet row, int number) throws SQLException {
		return new IndexedTicket(row.getLong("id"), row.getString("subject"),
				List.of((String[]) row.getArray("tags").getArray()), row.getString("status"),
				row.getString("priority"), row.getString("waiting_on"), row.getObject("requester_id", UUID.class),
				row.getObject("assignee_id", UUID.class), row.getObject("company_id", UUID.class),
				row.getObject("project_id", UUID.class), row.getObject("task_id", UUID.class),
				row.getBoolean("active"), row.getObject("raised", LocalDate.class), row.getLong("place"));
	}

	/** The messages are given the public ones first. */
	SearchDocument document(List<Message> messages) {
		var document = new SearchDocument().subject(this.subject).tags(this.tags);
		for (var message : messages) {
			if (message.note()) {
				document.note(message.body());
			} else {
				document.message(message.body());
			}
			if (message.hasFiles()) {
				document.property(message.note() ? Condition.FILE_OF_NOTE : Condition.FILE);
			}
		}
		property(document, "id", this.id);
		property(document, "active", this.active);
		property(document, "status", this.status);
		property(document, "priority", this.priority);
		property(document, "waiting", this.waitingOn);
		property(document, "requester", this.requesterId);
		property(document, "assignee", (this.assigneeId != null) ? this.assigneeId : "none");
		property(document, "company", this.companyId);
		property(document, "project", this.projectId);
		property(document, "task", this.taskId);
		Months.lexemes(this.raised).forEach(document::property);
		Span.lexemes(this.place).forEach(document::property);
		return document;
	}

	private static void property(SearchDocument document, String name, @Nullable Object value) {
		if (value != null) {
			document.property(SearchDocument.property(name, value.toString().toLowerCase(Locale.ROOT)));
		}
	}

	record Message(long ticketId, boolean note, String body, boolean hasFiles) {

		static Message of(ResultSet row, int number) throws SQLException {
			return new Message(row.getLong("ticket_id"), row.getBoolean("note"), row.getString("body"),
					row.getBoolean("has_files"));
		}

	}

}
