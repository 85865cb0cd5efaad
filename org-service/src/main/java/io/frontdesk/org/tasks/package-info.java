/** Parts of a project. */
@NullMarked
package io.frontdesk.org.tasks;

import org.jspecify.annotations.NullMarked;
