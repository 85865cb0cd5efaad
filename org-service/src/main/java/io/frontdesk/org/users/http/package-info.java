@NullMarked
package io.frontdesk.org.users.http;

import org.jspecify.annotations.NullMarked;
