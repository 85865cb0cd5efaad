/** Addresses that get no automatic mail for a while, since mail to them came back. */
@NullMarked
package io.frontdesk.notification.muting;

import org.jspecify.annotations.NullMarked;
