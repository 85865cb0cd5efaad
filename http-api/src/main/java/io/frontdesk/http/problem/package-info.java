/** Bad requests as problems (RFC 9457) that name what is wrong; the same in every service. */
@NullMarked
package io.frontdesk.http.problem;

import org.jspecify.annotations.NullMarked;
