@NullMarked
package io.frontdesk.notification.writing.web;

import org.jspecify.annotations.NullMarked;
