@NullMarked
package io.frontdesk.ticket.bulk.web;

import org.jspecify.annotations.NullMarked;
