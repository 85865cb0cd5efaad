package io.frontdesk.ticket.conversation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param undoDelay how long a reply can be taken back before it is sent; zero to send at once */
@ConfigurationProperties("frontdesk.reply")
record ReplySettings(@DefaultValue("10s") Duration undoDelay) {}
