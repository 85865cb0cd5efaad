/** How a person stands with us now, which the token in their hands does not say. */
@NullMarked
package io.frontdesk.identity.standing;

import org.jspecify.annotations.NullMarked;
