/** How the gateway says no. */
@NullMarked
package io.frontdesk.gateway.problem;

import org.jspecify.annotations.NullMarked;
