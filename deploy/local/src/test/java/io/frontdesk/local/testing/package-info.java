/** Real servers for the integration tests of all modules. */
@NullMarked
package io.frontdesk.local.testing;

import org.jspecify.annotations.NullMarked;
