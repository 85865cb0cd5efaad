@NullMarked
package io.frontdesk.mail.intake.web;

import org.jspecify.annotations.NullMarked;
