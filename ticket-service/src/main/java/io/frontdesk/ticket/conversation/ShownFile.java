package io.frontdesk.ticket.conversation;

import java.util.UUID;

/** An attachment that the HTML of its mail shows as a picture. */
record ShownFile(UUID id, String filename) {}
