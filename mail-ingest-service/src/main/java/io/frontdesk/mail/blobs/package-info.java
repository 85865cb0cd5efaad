/** Raw mails and attachments, by the digest of their content. */
@NullMarked
package io.frontdesk.mail.blobs;

import org.jspecify.annotations.NullMarked;
