package io.frontdesk.local.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a Spring test against real servers, started when the first test of a JVM asks for them. Each application context
 * gets a database and a mail server of its own; Kafka is one for all. With MAIL there is also a
 * {@link io.frontdesk.local.mail.MailClient} to inject.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface RealServers {

	Kind[] value();

	/** What can be asked for. */
	enum Kind {

		POSTGRES, KAFKA, MAIL

	}

}
