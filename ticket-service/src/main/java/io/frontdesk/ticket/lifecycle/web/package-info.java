@NullMarked
package io.frontdesk.ticket.lifecycle.web;

import org.jspecify.annotations.NullMarked;
