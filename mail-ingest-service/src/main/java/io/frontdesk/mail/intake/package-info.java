/** The ledger: each mail is written down before anything is done with it, and ends with an outcome. */
@NullMarked
package io.frontdesk.mail.intake;

import org.jspecify.annotations.NullMarked;
