@NullMarked
package io.frontdesk.ticket.people.kafka;

import org.jspecify.annotations.NullMarked;
