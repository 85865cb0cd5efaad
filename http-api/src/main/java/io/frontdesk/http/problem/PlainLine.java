package io.frontdesk.http.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.OneLine;

/** One line that people know something or somebody by: all of it can be seen, and it is empty or has something to see. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE,
		ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainLine.Check.class)
public @interface PlainLine {

	String message() default "is one line of what can be seen: no control characters, line ends, marks that turn the "
			+ "direction of writing or characters without width, and not blanks alone";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	final class Check implements ConstraintValidator<PlainLine, CharSequence> {

		@Override
		public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
			return text == null || OneLine.isPlain(text.toString());
		}

	}

}
