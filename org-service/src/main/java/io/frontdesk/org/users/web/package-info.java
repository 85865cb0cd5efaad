@NullMarked
package io.frontdesk.org.users.web;

import org.jspecify.annotations.NullMarked;
