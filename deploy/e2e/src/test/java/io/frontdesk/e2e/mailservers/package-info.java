/** Frontdesk on mail servers as they are: Dovecot and Postfix in the place of the local stack's own. */
@NullMarked
package io.frontdesk.e2e.mailservers;

import org.jspecify.annotations.NullMarked;
