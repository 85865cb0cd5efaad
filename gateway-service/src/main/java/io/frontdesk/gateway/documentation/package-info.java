/** One document of the API of all services, and a page to try it. */
@NullMarked
package io.frontdesk.gateway.documentation;

import org.jspecify.annotations.NullMarked;
