/** From raw bytes to what a mail says, and what kind of sender wrote it. */
@NullMarked
package io.frontdesk.mail.reading;

import org.jspecify.annotations.NullMarked;
