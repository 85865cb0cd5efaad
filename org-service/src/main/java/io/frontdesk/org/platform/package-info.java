@NullMarked
package io.frontdesk.org.platform;

import org.jspecify.annotations.NullMarked;
