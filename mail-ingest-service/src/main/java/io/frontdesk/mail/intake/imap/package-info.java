@NullMarked
package io.frontdesk.mail.intake.imap;

import org.jspecify.annotations.NullMarked;
