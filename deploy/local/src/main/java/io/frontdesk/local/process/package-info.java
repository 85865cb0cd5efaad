@NullMarked
package io.frontdesk.local.process;

import org.jspecify.annotations.NullMarked;
