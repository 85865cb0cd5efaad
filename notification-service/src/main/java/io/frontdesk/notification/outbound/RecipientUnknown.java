package io.frontdesk.notification.outbound;

/** A mail server says for good that there is no such address. */
public record RecipientUnknown(String address, String why) {}
