/** What is attached to messages. */
@NullMarked
package io.frontdesk.ticket.files;

import org.jspecify.annotations.NullMarked;
