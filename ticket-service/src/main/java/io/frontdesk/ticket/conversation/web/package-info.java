@NullMarked
package io.frontdesk.ticket.conversation.web;

import org.jspecify.annotations.NullMarked;
