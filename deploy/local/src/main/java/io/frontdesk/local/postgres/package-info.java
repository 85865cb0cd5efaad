@NullMarked
package io.frontdesk.local.postgres;

import org.jspecify.annotations.NullMarked;
