@NullMarked
package io.frontdesk.local.stack;

import org.jspecify.annotations.NullMarked;
