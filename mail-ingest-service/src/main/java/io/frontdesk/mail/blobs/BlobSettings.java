package io.frontdesk.mail.blobs;

import java.nio.file.Path;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

@Validated
@ConfigurationProperties("frontdesk.blobs")
record BlobSettings(@NotNull Path directory) {}
