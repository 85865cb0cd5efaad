package io.frontdesk.http.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The feature that staff need to be told anything by a controller, whatever else lets them call it: without it they read
 * nothing, and what they do is answered with no more than the id of what they made. Clients get what is theirs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswersNeed {

	String value();

}
