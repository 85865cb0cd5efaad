@NullMarked
package io.frontdesk.local.build;

import org.jspecify.annotations.NullMarked;
