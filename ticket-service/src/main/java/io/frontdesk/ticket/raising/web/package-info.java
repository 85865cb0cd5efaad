@NullMarked
package io.frontdesk.ticket.raising.web;

import org.jspecify.annotations.NullMarked;
