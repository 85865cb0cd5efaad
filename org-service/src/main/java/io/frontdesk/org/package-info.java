/** Owns the directory: users, and the companies, projects and tasks that tickets belong to. */
@NullMarked
package io.frontdesk.org;

import org.jspecify.annotations.NullMarked;
