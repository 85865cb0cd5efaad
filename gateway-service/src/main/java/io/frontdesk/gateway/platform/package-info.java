/** Security chains, headers, session cookie. */
@NullMarked
package io.frontdesk.gateway.platform;

import org.jspecify.annotations.NullMarked;
