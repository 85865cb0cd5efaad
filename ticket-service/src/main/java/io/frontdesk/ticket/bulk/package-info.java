/** One change on many tickets. */
@NullMarked
package io.frontdesk.ticket.bulk;

import org.jspecify.annotations.NullMarked;
