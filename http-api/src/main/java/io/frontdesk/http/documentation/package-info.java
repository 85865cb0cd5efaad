/** What a service says about its API: an OpenAPI document, made from the code when somebody asks for it. */
@NullMarked
package io.frontdesk.http.documentation;

import org.jspecify.annotations.NullMarked;
