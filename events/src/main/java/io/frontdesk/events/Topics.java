package io.frontdesk.events;

import java.util.List;
import java.util.stream.Stream;

/** Kafka topics. What can't be handled goes to the topic's name with {@link #DEAD_LETTER_SUFFIX}. */
public final class Topics {

	public static final String MAIL_RECEIVED = "mail-received";

	public static final String TICKET_CREATED = "ticket-created";

	public static final String TICKET_UPDATED = "ticket-updated";

	public static final String TICKET_STATUS_CHANGED = "ticket-status-changed";

	public static final String TICKET_MESSAGE_ADDED = "ticket-message-added";

	public static final String TICKET_DELETED = "ticket-deleted";

	public static final String COMPANY_CHANGED = "company-changed";

	public static final String PROJECT_CHANGED = "project-changed";

	public static final String TASK_CHANGED = "task-changed";

	public static final String USER_CHANGED = "user-changed";

	public static final String USER_ADDRESS_ASKED = "user-address-asked";

	public static final String NOTIFICATION_DELIVERED = "notification-delivered";

	public static final String NOTIFICATION_FAILED = "notification-failed";

	public static final String NOTIFICATION_SUPPRESSED = "notification-suppressed";

	public static final String DEAD_LETTER_SUFFIX = "-dlt";

	/** Keep only the newest row of each key, so that a new subscriber can build its copy. */
	public static final List<String> COMPACTED = List.of(COMPANY_CHANGED, PROJECT_CHANGED, TASK_CHANGED, USER_CHANGED);

	public static final List<String> EPHEMERAL = List.of(MAIL_RECEIVED, TICKET_CREATED, TICKET_UPDATED,
			TICKET_STATUS_CHANGED, TICKET_MESSAGE_ADDED, TICKET_DELETED, USER_ADDRESS_ASKED, NOTIFICATION_DELIVERED,
			NOTIFICATION_FAILED, NOTIFICATION_SUPPRESSED);

	public static final List<String> ALL = Stream.concat(EPHEMERAL.stream(), COMPACTED.stream()).toList();

	public static final List<String> DEAD_LETTERS = ALL.stream().map(topic -> topic + DEAD_LETTER_SUFFIX).toList();

	private Topics() {}

}
