@NullMarked
package io.frontdesk.notification.replying.web;

import org.jspecify.annotations.NullMarked;
