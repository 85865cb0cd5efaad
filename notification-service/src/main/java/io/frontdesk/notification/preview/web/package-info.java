@NullMarked
package io.frontdesk.notification.preview.web;

import org.jspecify.annotations.NullMarked;
