@NullMarked
package io.frontdesk.ticket.platform;

import org.jspecify.annotations.NullMarked;
