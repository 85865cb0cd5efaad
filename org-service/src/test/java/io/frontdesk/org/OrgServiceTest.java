package io.frontdesk.org;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

import io.frontdesk.events.Heard;
import io.frontdesk.local.testing.RealServers;

/** The whole service on a real PostgreSQL and a real Kafka; where Keycloak should be nobody listens. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"frontdesk.identity.issuer=http://localhost:9/realms/frontdesk",
		"frontdesk.reference.key=" + OrgServiceTest.KEY})
@AutoConfigureMockMvc
@Import(Heard.class)
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA})
public @interface OrgServiceTest {

	String KEY = "00112233445566778899aabbccddeeff";

}
