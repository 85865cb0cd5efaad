/** What the web container does before any of our code sees a request: how long it waits, for how many, and how it says no. */
@NullMarked
package io.frontdesk.http.container;

import org.jspecify.annotations.NullMarked;
