/** Who may see and do what with tickets; nothing else in this service decides it. */
@NullMarked
package io.frontdesk.ticket.sight;

import org.jspecify.annotations.NullMarked;
