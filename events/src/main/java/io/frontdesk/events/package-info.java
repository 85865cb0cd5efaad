/**
 * The published language of Frontdesk: facts that one service states and others read. Field names are the contract of
 * docs/events.md; a field may be added, never renamed or removed.
 */
@NullMarked
package io.frontdesk.events;

import org.jspecify.annotations.NullMarked;
