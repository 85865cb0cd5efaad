/** The content that events refer to and never carry: raw mails and attachments, by the digest of what they hold. */
@NullMarked
package io.frontdesk.events.blobs;

import org.jspecify.annotations.NullMarked;
