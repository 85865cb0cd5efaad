@NullMarked
package io.frontdesk.mail.mailboxes.web;

import org.jspecify.annotations.NullMarked;
