/** Where the owner of an address says that it is theirs. */
@NullMarked
package io.frontdesk.gateway.addresses;

import org.jspecify.annotations.NullMarked;
