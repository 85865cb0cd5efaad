/** How a service takes note of a fact: once, in its own transaction; what it can't handle goes to a dead-letter topic. */
@NullMarked
package io.frontdesk.events.receiving;

import org.jspecify.annotations.NullMarked;
