package io.frontdesk.org.users.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What mail can be sent to: a local part without quotes, and a domain. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Size(max = 254)
@Pattern(regexp = "\\s*[^\\p{C}\\p{Z}@<>()\\[\\],;:\\\\\"]{1,64}@[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}.-]*[\\p{L}\\p{M}\\p{N}])?\\s*", message = "must be an e-mail address")
@Pattern(regexp = "(?s)(?:[^\\p{Lu}\\p{Lt}@]|[A-Z])*+(?:@.*)?", message = "must have letters that are not ASCII in lower case before the @")
@interface EmailAddress {

	String message() default "is no e-mail address";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
