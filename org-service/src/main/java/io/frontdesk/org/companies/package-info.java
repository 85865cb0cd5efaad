/** Whom tickets come from. */
@NullMarked
package io.frontdesk.org.companies;

import org.jspecify.annotations.NullMarked;
