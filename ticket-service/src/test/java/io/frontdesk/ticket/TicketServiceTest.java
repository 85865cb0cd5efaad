package io.frontdesk.ticket;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

import io.frontdesk.local.testing.RealServers;

/** The whole service on a real PostgreSQL and a real Kafka. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"frontdesk.reference.key=" + TicketServiceTest.KEY,
		"frontdesk.blobs.directory=target/blobs", "frontdesk.files.limit=1MB", "frontdesk.reply.undo-delay=3s",
		"frontdesk.intake.ours=sales@frontdesk.test"})
@AutoConfigureMockMvc
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA})
public @interface TicketServiceTest {

	String KEY = "000102030405060708090a0b0c0d0e0f";

}
