@NullMarked
package io.frontdesk.org.tasks.web;

import org.jspecify.annotations.NullMarked;
