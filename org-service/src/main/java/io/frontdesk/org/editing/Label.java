package io.frontdesk.org.editing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;

import io.frontdesk.http.problem.PlainLine;

/** One line that names something or somebody. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT,
		ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Size(max = Label.MAX)
@PlainLine
public @interface Label {

	int MAX = 200;

	String message() default "is no label";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
