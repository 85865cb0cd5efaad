/** The edge: login and sessions, the routes to the services, the web UI. */
@NullMarked
package io.frontdesk.gateway;

import org.jspecify.annotations.NullMarked;
