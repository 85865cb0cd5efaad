@NullMarked
package io.frontdesk.ticket.export.web;

import org.jspecify.annotations.NullMarked;
