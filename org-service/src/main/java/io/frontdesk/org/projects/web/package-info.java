@NullMarked
package io.frontdesk.org.projects.web;

import org.jspecify.annotations.NullMarked;
