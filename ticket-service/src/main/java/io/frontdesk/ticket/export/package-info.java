/** Lists of tickets as files. */
@NullMarked
package io.frontdesk.ticket.export;

import org.jspecify.annotations.NullMarked;
