/** Everybody who raises tickets or works on them. */
@NullMarked
package io.frontdesk.org.users;

import org.jspecify.annotations.NullMarked;
