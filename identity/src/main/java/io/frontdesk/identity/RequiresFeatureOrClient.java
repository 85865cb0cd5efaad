package io.frontdesk.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.access.prepost.PreAuthorize;

/** Staff with the feature, and clients, who get to see only what is theirs: the method must see to that. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyAuthority('{value}', 'client')")
public @interface RequiresFeatureOrClient {

	String value();

}
