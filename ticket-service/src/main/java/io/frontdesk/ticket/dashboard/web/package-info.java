@NullMarked
package io.frontdesk.ticket.dashboard.web;

import org.jspecify.annotations.NullMarked;
