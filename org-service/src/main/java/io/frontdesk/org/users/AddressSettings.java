package io.frontdesk.org.users;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param proofLifespan how long the link works that proves an address */
@Validated
@ConfigurationProperties("frontdesk.addresses")
record AddressSettings(@DurationMin(minutes = 1) @DefaultValue("3d") Duration proofLifespan) {}
