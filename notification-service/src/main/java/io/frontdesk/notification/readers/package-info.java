/** Those whom we write to, and in whose name: what they have chosen. */
@NullMarked
package io.frontdesk.notification.readers;

import org.jspecify.annotations.NullMarked;
