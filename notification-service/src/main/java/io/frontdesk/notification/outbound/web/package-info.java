@NullMarked
package io.frontdesk.notification.outbound.web;

import org.jspecify.annotations.NullMarked;
