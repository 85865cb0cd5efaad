@NullMarked
package io.frontdesk.org.users.kafka;

import org.jspecify.annotations.NullMarked;
