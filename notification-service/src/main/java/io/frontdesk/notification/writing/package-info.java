/** What a mail says. */
@NullMarked
package io.frontdesk.notification.writing;

import org.jspecify.annotations.NullMarked;
