/** A request ends in time: what its statements wait for, what it loops over, and what it can't have meanwhile. */
@NullMarked
package io.frontdesk.http.deadline;

import org.jspecify.annotations.NullMarked;
