@NullMarked
package io.frontdesk.ticket.presence.web;

import org.jspecify.annotations.NullMarked;
