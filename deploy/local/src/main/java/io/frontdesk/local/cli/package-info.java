@NullMarked
package io.frontdesk.local.cli;

import org.jspecify.annotations.NullMarked;
