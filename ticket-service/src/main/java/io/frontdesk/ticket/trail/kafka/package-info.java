@NullMarked
package io.frontdesk.ticket.trail.kafka;

import org.jspecify.annotations.NullMarked;
