@NullMarked
package io.frontdesk.local.mail;

import org.jspecify.annotations.NullMarked;
