@NullMarked
package io.frontdesk.ticket.intake.kafka;

import org.jspecify.annotations.NullMarked;
