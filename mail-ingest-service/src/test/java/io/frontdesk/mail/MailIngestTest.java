package io.frontdesk.mail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

import io.frontdesk.local.testing.RealServers;

/**
 * The whole service on a real PostgreSQL and a real Kafka. Where Keycloak should be nobody listens, nor where the mailbox
 * should be: mails are put into the ledger by the tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"frontdesk.identity.issuer=http://localhost:9/realms/frontdesk",
		"frontdesk.blobs.directory=target/test-blobs", "frontdesk.intake.mailboxes[0].address=sales@frontdesk.test",
		"frontdesk.intake.mailboxes[0].host=127.0.0.1", "frontdesk.intake.mailboxes[0].port=9",
		"frontdesk.intake.mailboxes[0].username=sales", "frontdesk.intake.mailboxes[0].password=secret",
		"frontdesk.intake.mailboxes[0].security=none", "frontdesk.intake.mailboxes[0].priority=high",
		"frontdesk.intake.mailboxes[0].authservid=mx.frontdesk.test",
		"frontdesk.intake.mailboxes[0].project=0b5a8b0e-7a0b-4a4e-8f0b-0d7c6c1d2e3f"})
@AutoConfigureMockMvc
@Import({ReceivedMails.class, LedgerClerk.class})
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA})
public @interface MailIngestTest {
}
