/** This service's copies of companies, projects and tasks. */
@NullMarked
package io.frontdesk.ticket.organisation;

import org.jspecify.annotations.NullMarked;
