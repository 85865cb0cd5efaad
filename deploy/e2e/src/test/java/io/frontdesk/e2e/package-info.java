/** The whole system, driven by mail, HTTP, Kafka and a browser. */
@NullMarked
package io.frontdesk.e2e;

import org.jspecify.annotations.NullMarked;
