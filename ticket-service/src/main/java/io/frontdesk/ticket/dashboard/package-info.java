/** How the desk is doing, in counts that are kept up as tickets change. */
@NullMarked
package io.frontdesk.ticket.dashboard;

import org.jspecify.annotations.NullMarked;
