/** How a refusal reads: RFC 9457 problems with a stable type. */
@NullMarked
package io.frontdesk.org.problem;

import org.jspecify.annotations.NullMarked;
