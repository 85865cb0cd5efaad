/** Who gets past the door of a service, and how those hear no who don't. */
@NullMarked
package io.frontdesk.http.access;

import org.jspecify.annotations.NullMarked;
