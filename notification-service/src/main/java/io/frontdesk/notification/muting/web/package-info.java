@NullMarked
package io.frontdesk.notification.muting.web;

import org.jspecify.annotations.NullMarked;
