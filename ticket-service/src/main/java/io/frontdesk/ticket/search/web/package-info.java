@NullMarked
package io.frontdesk.ticket.search.web;

import org.jspecify.annotations.NullMarked;
