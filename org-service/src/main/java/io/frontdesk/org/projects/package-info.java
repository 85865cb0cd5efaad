/** What a company has us work on. */
@NullMarked
package io.frontdesk.org.projects;

import org.jspecify.annotations.NullMarked;
