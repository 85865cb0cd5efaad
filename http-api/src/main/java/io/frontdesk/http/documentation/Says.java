package io.frontdesk.http.documentation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.http.HttpStatus;

/** What the API's document says of an endpoint and its code does not. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Says {

	/** The operation's name, a verb and its object, of which there is one among all services. */
	String id();

	/** What it does, in some words. */
	String summary();

	/** The statuses of what is done, where the code has them in a ResponseEntity; the first is that of the content. */
	HttpStatus[] answers() default {};

	/** The media type of a body that is read as it comes. */
	String takes() default "";

	/** The media type of an answer that is no JSON. */
	String produces() default "";

	/** The schema of the answer, where the gateway has a second service make it of what this one gives. */
	String gives() default "";

	/** Whether only the gateway asks this, with what a first service gave: the document has that one's operation. */
	boolean second() default false;

	/** Headers of what is done, beside those that follow from what it gives. */
	String[] headers() default {};

	/** Its own problems, as their types end; those that any operation of its kind can meet are known without. */
	String[] problems() default {};

	/** A record of what the problem has besides that is the first of its own. */
	Class<?> tells() default Void.class;

}
