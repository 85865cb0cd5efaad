package io.frontdesk.ticket.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** @param limit of one upload */
@ConfigurationProperties("frontdesk.files")
record FileSettings(@DefaultValue("25MB") DataSize limit) {}
