package io.frontdesk.notification.writing;

/** @param field subject or text */
record TemplateFault(String field, String message) {}
