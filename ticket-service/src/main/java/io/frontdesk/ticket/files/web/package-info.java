@NullMarked
package io.frontdesk.ticket.files.web;

import org.jspecify.annotations.NullMarked;
