/** How much one caller may ask for, so that none of them takes the house from the others. */
@NullMarked
package io.frontdesk.gateway.limits;

import org.jspecify.annotations.NullMarked;
