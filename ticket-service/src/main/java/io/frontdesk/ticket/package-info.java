/** Owns tickets and their conversations. */
@NullMarked
package io.frontdesk.ticket;

import org.jspecify.annotations.NullMarked;
