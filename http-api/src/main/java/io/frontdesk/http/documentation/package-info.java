/** What the API's document says of an endpoint; the document itself is made and checked by tests, from the code. */
@NullMarked
package io.frontdesk.http.documentation;

import org.jspecify.annotations.NullMarked;
