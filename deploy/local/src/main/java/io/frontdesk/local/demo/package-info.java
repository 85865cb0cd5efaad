/** Fills a local stack with companies, people and tickets that look like somebody's. */
@NullMarked
package io.frontdesk.local.demo;

import org.jspecify.annotations.NullMarked;
