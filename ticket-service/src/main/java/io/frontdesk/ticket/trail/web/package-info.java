@NullMarked
package io.frontdesk.ticket.trail.web;

import org.jspecify.annotations.NullMarked;
