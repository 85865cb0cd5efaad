package io.frontdesk.notification.outbound;

import org.jspecify.annotations.Nullable;

/** Says why a mail must not be sent. Asked once for each mail, since asking may count. */
@FunctionalInterface
public interface Objection {

	/** Null if there is nothing against it. */
	@Nullable
	String to(NewDelivery mail);

}
