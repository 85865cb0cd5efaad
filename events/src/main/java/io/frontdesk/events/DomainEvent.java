package io.frontdesk.events;

/** A fact that other systems may rely on. */
public sealed interface DomainEvent
		permits MailReceived, TicketEvent, CompanyChanged, ProjectChanged, TaskChanged, UserChanged,
		UserAddressAsked, NotificationDelivered, NotificationFailed, NotificationSuppressed {

	String topic();

	/** The aggregate's id: events of one key keep their order. */
	String key();

}
