/** Owns the mails that go out. */
@NullMarked
package io.frontdesk.notification;

import org.jspecify.annotations.NullMarked;
