/** What a browser is shown: the web UI, and a plain page where the web UI can't be. */
@NullMarked
package io.frontdesk.gateway.pages;

import org.jspecify.annotations.NullMarked;
