@NullMarked
package io.frontdesk.notification.platform;

import org.jspecify.annotations.NullMarked;
