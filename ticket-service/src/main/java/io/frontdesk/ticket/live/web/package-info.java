@NullMarked
package io.frontdesk.ticket.live.web;

import org.jspecify.annotations.NullMarked;
