@NullMarked
package io.frontdesk.local.kafka;

import org.jspecify.annotations.NullMarked;
