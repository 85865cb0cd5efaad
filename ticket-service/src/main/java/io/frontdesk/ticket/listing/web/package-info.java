@NullMarked
package io.frontdesk.ticket.listing.web;

import org.jspecify.annotations.NullMarked;
