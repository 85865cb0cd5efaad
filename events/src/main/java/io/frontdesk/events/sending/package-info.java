/** How a service states a fact: in the transaction of the change, by an outbox. */
@NullMarked
package io.frontdesk.events.sending;

import org.jspecify.annotations.NullMarked;
