package io.frontdesk.local.cli;

import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Ports;

/** What to know once everything is up. */
final class Page {

	private Page() {}

	static String of(LocalStack stack) {
		Ports ports = stack.ports();
		return """

				  Frontdesk is up: %1$s

				    root@frontdesk.test     super admin    password of all three: frontdesk
				    alice@frontdesk.test    admin
				    carol@example.com       client

				  The first ticket
				    ./frontdesk mail --from carol@example.com --subject 'My printer is on fire' --body 'Please help.'
				    ./frontdesk inbox carol@example.com

				  API                  %1$s/api/v1        (./frontdesk token alice@frontdesk.test)
				  Keycloak             http://localhost:%2$d   (admin, password: ./frontdesk token --admin-password)
				  SMTP, IMAP           localhost:%3$d, localhost:%4$d   (login and password are the address)
				  PostgreSQL, Kafka    localhost:%5$d, localhost:%6$d   (./frontdesk events shows the topics)
				  Data and logs        %7$s

				  ./frontdesk status · logs [service] · restart SERVICE · down · reset
				""".formatted(stack.url(), ports.of(Ports.Name.KEYCLOAK), ports.of(Ports.Name.SMTP),
				ports.of(Ports.Name.IMAP), ports.of(Ports.Name.POSTGRES), ports.of(Ports.Name.KAFKA),
				stack.home().root());
	}

}
