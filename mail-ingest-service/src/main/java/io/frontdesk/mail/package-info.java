/** Reads mailboxes and owns the ledger of what was found there. */
@NullMarked
package io.frontdesk.mail;

import org.jspecify.annotations.NullMarked;
