@NullMarked
package io.frontdesk.mail.intake.kafka;

import org.jspecify.annotations.NullMarked;
