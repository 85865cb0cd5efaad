package io.frontdesk.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.frontdesk.local.kafka.Access;
import io.frontdesk.local.kafka.Kafka;
import io.frontdesk.local.kafka.Login;
import io.frontdesk.local.kafka.TopicTable;
import io.frontdesk.local.keycloak.Keycloak;
import io.frontdesk.local.keycloak.KeycloakSettings;
import io.frontdesk.local.keycloak.Realm;
import io.frontdesk.local.mail.MailServer;
import io.frontdesk.local.postgres.Postgres;
import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Server;
import io.frontdesk.local.services.BootService;
import io.frontdesk.local.services.ExtractedJar;
import io.frontdesk.local.stack.Ports.Name;

/** Wires the servers of a stack to each other: who they are, what each is told, and who waits for whom. */
final class Members {

	static final String SUPPORT = "support@frontdesk.test";

	/** The login of the broker itself and of who sets it up; it may do everything. */
	private static final String BROKER = "kafka";

	private static final int USUAL_HEAP_MEGABYTES = 192;

	/** A mail may have 50 MB, and searches and dashboards read much. All together must stay within 3 GB. */
	private static final Map<String, Integer> HEAP_MEGABYTES = Map.of("mail-ingest-service", 256, "ticket-service",
			256);

	/** Bounds of automatic mail that tests and benchmarks would meet, since they write in the name of thousands. */
	private static final List<String> WIDE_LIMITS = List.of("NEW", "NEWDOMAIN", "DOMAIN", "ALL");

	private final Project project;

	private final Home home;

	private final Ports ports;

	private final Secrets secrets;

	private final Map<String, Map<String, String>> more;

	private final Distribution distribution = Distribution.found();

	private final Postgres postgres;

	private final TopicTable topics;

	private final Kafka kafka;

	Members(Project project, Home home, Ports ports, Secrets secrets, Map<String, Map<String, String>> more) {
		this.project = project;
		this.home = home;
		this.ports = ports;
		this.secrets = secrets;
		this.more = more;
		this.postgres = postgres();
		this.topics = topics(project);
		this.kafka = new Kafka(this.distribution, home.data("kafka"), home.log("kafka"), ports.port(Name.KAFKA),
				ports.port(Name.KAFKA_CONTROLLER), access());
	}

	/** In the order in which they start. */
	List<Member> all() {
		Set<String> infrastructure = Set.of("postgres", "kafka", "mail");
		return List.of(new Member(this.postgres, Set.of()), new Member(this.kafka, Set.of()),
				new Member(mail(), Set.of()), new Member(keycloak(), Set.of("postgres")),
				new Member(service("org-service", Name.ORG, "org", identityAdmin()), infrastructure),
				new Member(service("ticket-service", Name.TICKET, "ticket", Map.of()), infrastructure),
				new Member(service("mail-ingest-service", Name.MAIL_INGEST, "mail_ingest", intake()), infrastructure),
				new Member(service("notification-service", Name.NOTIFICATION, "notification", outbound()),
						infrastructure),
				new Member(service("gateway-service", Name.GATEWAY, "gateway", gateway()),
						Set.of("postgres")));
	}

	Kafka kafka() {
		return this.kafka;
	}

	/** @param name a service, {@value TopicTable#SUBSCRIBER} or {@value #BROKER} */
	Login login(String name) {
		return new Login(name, this.secrets.get("kafka." + name));
	}

	private Access access() {
		return new Access(login(BROKER), this.topics,
				Stream.concat(this.topics.services().stream(), Stream.of(TopicTable.SUBSCRIBER))
						.map(this::login)
						.toList());
	}

	TopicTable topics() {
		return this.topics;
	}

	private static TopicTable topics(Project project) {
		try {
			return TopicTable.parse(Files.readString(project.topics()));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Topics and rights are made by the time a service starts, and it may make none. One that needs none has no login. */
	private Map<String, String> events(String service) {
		if (!this.topics.services().contains(service)) {
			return Map.of();
		}
		Map<String, String> environment = new LinkedHashMap<>(
				Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", this.kafka.bootstrapServers(),
						"SPRING_KAFKA_ADMIN_AUTOCREATE", "false"));
		login(service).settings()
				.forEach((name, value) -> environment.put(
						"SPRING_KAFKA_PROPERTIES_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
		return environment;
	}

	private Postgres postgres() {
		Map<String, String> databases = new LinkedHashMap<>();
		for (String name : List.of("org", "ticket", "mail_ingest", "notification", "gateway", "keycloak")) {
			databases.put(name, this.secrets.get("postgres." + name));
		}
		return new Postgres(this.distribution, this.home.data("postgres"), this.home.log("postgres"),
				this.ports.port(Name.POSTGRES), this.secrets.get("postgres"), databases);
	}

	private MailServer mail() {
		return new MailServer(this.distribution, this.home.data("mail"), this.home.log("mail"),
				this.ports.port(Name.SMTP), this.ports.port(Name.IMAP));
	}

	private Keycloak keycloak() {
		KeycloakSettings settings = new KeycloakSettings(this.postgres.jdbcUrl("keycloak"), "keycloak",
				this.secrets.get("postgres.keycloak"), this.secrets.get("keycloak.admin"), realm(),
				Map.of("FRONTDESK_GATEWAY_URL", gatewayUrl(), "FRONTDESK_GATEWAY_CLIENTSECRET",
						this.secrets.get("keycloak.frontdesk-web"), "FRONTDESK_ORG_CLIENTSECRET",
						this.secrets.get("keycloak.frontdesk-org"), "FRONTDESK_SMTP_PORT",
						Integer.toString(this.ports.of(Name.SMTP))),
				this.project.themes());
		return new Keycloak(this.distribution, this.home.data("keycloak"), this.home.log("keycloak"),
				this.ports.port(Name.KEYCLOAK), settings);
	}

	private Realm realm() {
		try {
			return Realm.parse(Files.readString(this.project.realm("frontdesk-realm")))
					.overlaidWith(Realm.parse(Files.readString(this.project.realm("local-overlay"))));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private BootService service(String name, Name port, String database, Map<String, String> own) {
		Map<String, String> environment = new LinkedHashMap<>(
				Map.of("SERVER_PORT", Integer.toString(this.ports.of(port)), "SERVER_ADDRESS", "127.0.0.1",
						"SPRING_DATASOURCE_URL", this.postgres.jdbcUrl(database), "SPRING_DATASOURCE_USERNAME",
						database,
						"SPRING_DATASOURCE_PASSWORD", this.secrets.get("postgres." + database),
						"FRONTDESK_IDENTITY_ISSUER", issuer(), "FRONTDESK_REFERENCE_KEY",
						this.secrets.get("reference-key"), "FRONTDESK_HTTP_KEY", this.secrets.get("http-key"),
						"FRONTDESK_BLOBS_DIRECTORY", this.home.blobs().toString()));
		environment.putAll(events(name));
		environment.putAll(own);
		environment.putAll(this.more.getOrDefault(name, Map.of()));
		return new BootService(
				new BootService.Settings(name, this.ports.port(port),
						Set.of(this.ports.of(Name.POSTGRES), this.ports.of(Name.KAFKA), this.ports.of(Name.SMTP),
								this.ports.of(Name.IMAP)),
						this.home.data(name), this.home.log(name),
						HEAP_MEGABYTES.getOrDefault(name, USUAL_HEAP_MEGABYTES), environment),
				new ExtractedJar(this.project.jar(name), this.home.cache(name)));
	}

	/** org-service makes accounts, as a client of Keycloak's that may manage users. */
	private Map<String, String> identityAdmin() {
		return Map.of("FRONTDESK_IDENTITY_CLIENTID", "frontdesk-org", "FRONTDESK_IDENTITY_CLIENTSECRET",
				this.secrets.get("keycloak.frontdesk-org"));
	}

	private Map<String, String> intake() {
		String mailbox = "FRONTDESK_INTAKE_MAILBOXES_0_";
		return Map.of(mailbox + "ADDRESS", SUPPORT, mailbox + "HOST", "127.0.0.1", mailbox + "PORT",
				Integer.toString(this.ports.of(Name.IMAP)), mailbox + "USERNAME", SUPPORT, mailbox + "PASSWORD",
				SUPPORT, mailbox + "SECURITY", "none");
	}

	private Map<String, String> outbound() {
		Map<String, String> settings = new LinkedHashMap<>(Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT",
				Integer.toString(this.ports.of(Name.SMTP)), "FRONTDESK_OUTBOUND_ADDRESS", SUPPORT,
				"FRONTDESK_WRITING_WEB", gatewayUrl()));
		for (String scope : WIDE_LIMITS) {
			for (String bound : List.of("BURST", "PERHOUR")) {
				settings.put("FRONTDESK_SUPPRESSION_LIMITS_%s_%s".formatted(scope, bound),
						Integer.toString(LocalStack.WIDE_LIMIT));
			}
		}
		return settings;
	}

	private Map<String, String> gateway() {
		return Map.of("FRONTDESK_GATEWAY_URL", gatewayUrl(), "FRONTDESK_GATEWAY_CLIENTSECRET",
				this.secrets.get("keycloak.frontdesk-web"), "FRONTDESK_GATEWAY_ORGURL", serviceUrl(Name.ORG),
				"FRONTDESK_GATEWAY_TICKETURL", serviceUrl(Name.TICKET), "FRONTDESK_GATEWAY_MAILINGESTURL",
				serviceUrl(Name.MAIL_INGEST), "FRONTDESK_GATEWAY_NOTIFICATIONURL", serviceUrl(Name.NOTIFICATION));
	}

	private String serviceUrl(Name port) {
		return "http://127.0.0.1:" + this.ports.of(port);
	}

	String gatewayUrl() {
		return "http://localhost:" + this.ports.of(Name.GATEWAY);
	}

	String issuer() {
		return "http://localhost:%d/realms/frontdesk".formatted(this.ports.of(Name.KEYCLOAK));
	}

	/** A server and the names of those that must answer before it is started. */
	record Member(Server server, Set<String> needs) {}

}
