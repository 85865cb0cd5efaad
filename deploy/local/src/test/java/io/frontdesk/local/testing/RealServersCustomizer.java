package io.frontdesk.local.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.frontdesk.local.mail.MailClient;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Contexts that ask for the same may be one context: a record, so that Spring's cache sees that. */
record RealServersCustomizer(Set<RealServers.Kind> kinds) implements ContextCustomizer {

	private static final String SUPPORT = "support@frontdesk.test";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		SharedServers.serve(context);
		Map<String, Object> properties = new LinkedHashMap<>();
		for (RealServers.Kind kind : this.kinds) {
			properties.putAll(switch (kind) {
				case POSTGRES -> datasource();
				case KAFKA -> SharedServers.kafkaProperties();
				case MAIL -> mail(context);
			});
		}
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("real servers", properties));
	}

	private static Map<String, Object> datasource() {
		SharedServers.Database database = SharedServers.freshDatabase();
		return Map.of("spring.datasource.url", database.url(), "spring.datasource.username", database.name(),
				"spring.datasource.password", database.password());
	}

	private static Map<String, Object> mail(ConfigurableApplicationContext context) {
		MailClient client = SharedServers.freshMailServer();
		context.getBeanFactory().registerSingleton("mailClient", client);
		String mailbox = "frontdesk.intake.mailboxes[0].";
		return Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", client.smtpPort(), mailbox + "address",
				SUPPORT,
				mailbox + "host", "127.0.0.1", mailbox + "port", client.imapPort(), mailbox + "username", SUPPORT,
				mailbox + "password", SUPPORT, mailbox + "security", "none");
	}

}
