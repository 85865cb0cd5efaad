@NullMarked
package io.frontdesk.local.verify;

import org.jspecify.annotations.NullMarked;
