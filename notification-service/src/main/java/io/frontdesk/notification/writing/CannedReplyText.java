package io.frontdesk.notification.writing;

import org.jspecify.annotations.Nullable;

/** What somebody wants a canned reply to be. */
public record CannedReplyText(String name, String text, @Nullable String language) {}
