/** What a service could not handle or send: kept, listed, counted, and sent again. */
@NullMarked
package io.frontdesk.events.deadletters;

import org.jspecify.annotations.NullMarked;
