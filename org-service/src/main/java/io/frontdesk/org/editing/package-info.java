/** What all edits have in common: who may make one, and that it is based on what is there. */
@NullMarked
package io.frontdesk.org.editing;

import org.jspecify.annotations.NullMarked;
