/** What services do with their transactions. */
@NullMarked
package io.frontdesk.events.transaction;

import org.jspecify.annotations.NullMarked;
