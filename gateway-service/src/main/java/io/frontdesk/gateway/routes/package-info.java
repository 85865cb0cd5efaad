/** Which service answers which path, and what may pass in either direction. */
@NullMarked
package io.frontdesk.gateway.routes;

import org.jspecify.annotations.NullMarked;
