@NullMarked
package io.frontdesk.notification.kafka;

import org.jspecify.annotations.NullMarked;
