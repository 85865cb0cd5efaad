package io.frontdesk.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

import io.frontdesk.events.Heard;
import io.frontdesk.local.testing.RealServers;

/** The whole service on a real PostgreSQL, Kafka and mail server; where Keycloak should be nobody listens. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"frontdesk.identity.issuer=http://localhost:9/realms/frontdesk",
		"frontdesk.reference.key=" + NotificationServiceTest.KEY, "frontdesk.blobs.directory=target/test-blobs",
		"frontdesk.outbound.ours=help@frontdesk.test", "frontdesk.writing.locales.de=de",
		"frontdesk.suppression.limits.new.burst=100000", "frontdesk.suppression.limits.new.per-hour=100000",
		"frontdesk.suppression.limits.new-domain.burst=100000",
		"frontdesk.suppression.limits.new-domain.per-hour=100000"})
@AutoConfigureMockMvc
@Import({Post.class, Heard.class})
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA, RealServers.Kind.MAIL})
public @interface NotificationServiceTest {

	String KEY = "000102030405060708090a0b0c0d0e0f";

}
