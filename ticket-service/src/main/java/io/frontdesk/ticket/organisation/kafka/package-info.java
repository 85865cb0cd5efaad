@NullMarked
package io.frontdesk.ticket.organisation.kafka;

import org.jspecify.annotations.NullMarked;
