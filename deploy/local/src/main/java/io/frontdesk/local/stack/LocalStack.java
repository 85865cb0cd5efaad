package io.frontdesk.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.frontdesk.local.kafka.TopicTable;
import io.frontdesk.local.process.Private;
import io.frontdesk.local.process.RunDirectory;
import io.frontdesk.local.process.ServerProcess;
import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.process.StopOutcome;
import io.frontdesk.local.process.Waiting;

/** All servers of Frontdesk on this machine, each a process of its own that outlives whoever started it. */
public final class LocalStack {

	/** Of automatic mail to new addresses, to one domain and in all; at once, and then an hour. */
	public static final int WIDE_LIMIT = 1_000_000;

	private final Home home;

	private final Ports ports;

	private final Secrets secrets;

	private final Members wiring;

	private final Map<String, Members.Member> members = new LinkedHashMap<>();

	private final RunDirectory run;

	private volatile boolean stopping;

	public LocalStack(Project project, Home home, Ports ports) {
		this(project, home, ports, Map.of());
	}

	/** @param more what the environment of a service, by its name, has beside or in place of what the stack gives it */
	public LocalStack(Project project, Home home, Ports ports, Map<String, Map<String, String>> more) {
		this.home = home;
		this.ports = ports;
		this.secrets = new Secrets(home);
		this.run = new RunDirectory(home.run());
		this.wiring = new Members(project, home, ports, this.secrets, more);
		this.wiring.all().forEach(member -> this.members.put(member.server().name(), member));
	}

	/** The stack of this checkout, moved by FRONTDESK_HOME and the port variables; one that runs stays where it is. */
	public static LocalStack fromEnvironment() {
		Project project = Project.found();
		String home = System.getenv("FRONTDESK_HOME");
		Path root = (home == null || home.isBlank()) ? project.root().resolve(".frontdesk") : Path.of(home);
		return found(project, new Home(root), System.getenv(), System.err::println);
	}

	/** @param warnings hears when the environment speaks of other ports than those of the stack that runs */
	static LocalStack found(Project project, Home home, Map<String, String> environment, Consumer<String> warnings) {
		Ports wanted = Ports.from(environment);
		Ports ports = new RunDirectory(home.run()).isLive() ? recorded(home).orElse(wanted) : wanted;
		if (Ports.areSaidBy(environment) && !ports.equals(wanted)) {
			warnings.accept(
					"The stack in %s runs on other ports than the environment says (its gateway on %d, not on %d); this goes to those that it runs on. ./frontdesk down, then up, moves it."
							.formatted(home.root(), ports.of(Ports.Name.GATEWAY), wanted.of(Ports.Name.GATEWAY)));
		}
		return new LocalStack(project, home, ports);
	}

	private static Optional<Ports> recorded(Home home) {
		try {
			return Ports.read(home.ports());
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void record() {
		try {
			this.home.keepPrivate();
			this.ports.write(this.home.ports());
			Private.write(this.home.subscriber(), kafkaClient(TopicTable.SUBSCRIBER).entrySet()
					.stream()
					.map(setting -> "%s=%s%n".formatted(setting.getKey(), setting.getValue()))
					.collect(Collectors.joining()));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Home home() {
		return this.home;
	}

	public Ports ports() {
		return this.ports;
	}

	public Secrets secrets() {
		return this.secrets;
	}

	public String url() {
		return this.wiring.gatewayUrl();
	}

	public String issuer() {
		return this.wiring.issuer();
	}

	public String supportAddress() {
		return Members.SUPPORT;
	}

	/** The command of one of Kafka's tools, to which the caller adds arguments. */
	public List<String> kafkaTool(String mainClass) {
		return this.wiring.kafka().tool(mainClass);
	}

	public String kafkaServers() {
		return this.wiring.kafka().bootstrapServers();
	}

	/** What a client of Kafka is told to come in by the login of a service, of a subscriber or of the broker itself. */
	public Map<String, String> kafkaClient(String login) {
		Map<String, String> settings = new TreeMap<>(this.wiring.login(login).settings());
		settings.put("bootstrap.servers", kafkaServers());
		return settings;
	}

	/** What other systems may read. */
	public List<String> topicsForSubscribers() {
		return this.wiring.topics().forSubscribers();
	}

	public List<String> names() {
		return List.copyOf(this.members.keySet());
	}

	/** Also knows a service by the first part of its name: ticket is ticket-service. */
	public String nameOf(String given) {
		return Stream.of(given, given + "-service")
				.filter(this.members::containsKey)
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException(
						"There is no %s; there are %s".formatted(given, String.join(", ", this.members.keySet()))));
	}

	public List<StartOutcome> start() {
		return start(names(), Progress.SILENT, Waiting.usualPatience());
	}

	/**
	 * Starts these, each as soon as what it needs answers, and waits for all. What is up stays up when another fails: the
	 * next start has only what is missing to do.
	 */
	public List<StartOutcome> start(Collection<String> names, Progress progress, Duration patience) {
		record();
		Waiting waiting = new Waiting(patience, progress::stillStarting);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Map<String, CompletableFuture<StartOutcome>> starts = new LinkedHashMap<>();
			this.members.forEach((name, member) -> {
				if (names.contains(name)) {
					List<CompletableFuture<StartOutcome>> needed = member.needs()
							.stream()
							.filter(starts::containsKey)
							.map(starts::get)
							.toList();
					starts.put(name, CompletableFuture.allOf(needed.toArray(CompletableFuture[]::new))
							.thenApplyAsync(_ -> startAfter(needed, process(name), progress, waiting), threads));
				}
			});
			return starts.values().stream().map(CompletableFuture::join).toList();
		}
	}

	private StartOutcome startAfter(List<CompletableFuture<StartOutcome>> needed, ServerProcess process,
			Progress progress, Waiting waiting) {
		List<String> missing = needed.stream()
				.map(CompletableFuture::join)
				.filter(outcome -> !outcome.isUp())
				.map(StartOutcome::server)
				.toList();
		boolean possible = missing.isEmpty() && !this.stopping;
		if (possible && process.process().isEmpty()) {
			progress.starting(process.server().name());
		}
		StartOutcome outcome = possible
				? process.start(waiting)
				: new StartOutcome.NotTried(process.server().name(), missing);
		progress.ended(outcome);
		return outcome;
	}

	public StartOutcome start(String name) {
		record();
		return process(name).start();
	}

	/** In reverse, so that a service can still reach what it needs while it ends. A start under way begins nothing more. */
	public void stop() {
		stop((_, _) -> {
		});
	}

	/** @param stopped is told the name of each server that was running and is no longer */
	public void stop(BiConsumer<String, StopOutcome> stopped) {
		this.stopping = true;
		stop(names(), stopped);
		stop(names(), stopped);
		this.stopping = false;
	}

	private void stop(List<String> names, BiConsumer<String, StopOutcome> stopped) {
		Consumer<ServerProcess> stop = process -> {
			StopOutcome outcome = process.stop();
			if (outcome != StopOutcome.WAS_NOT_RUNNING) {
				stopped.accept(process.server().name(), outcome);
			}
		};
		List<String> services = names.stream().filter(name -> name.endsWith("-service")).toList();
		inParallel(services, stop);
		List<String> others = new ArrayList<>(names);
		others.removeAll(services);
		others.remove("postgres");
		inParallel(others, stop);
		if (names.contains("postgres")) {
			stop.accept(process("postgres"));
		}
	}

	private void inParallel(List<String> names, Consumer<ServerProcess> action) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			names.forEach(name -> threads.submit(() -> action.accept(process(name))));
		}
	}

	public void stop(String name) {
		process(name).stop();
	}

	public void kill9(String name) {
		process(name).kill9();
	}

	public boolean isRunning() {
		return names().stream().anyMatch(name -> process(name).process().isPresent());
	}

	public boolean isRunning(String name) {
		return process(name).process().isPresent();
	}

	public List<Status> status() {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			return names().stream()
					.map(name -> threads.submit(() -> Status.of(process(name))))
					.toList()
					.stream()
					.map(LocalStack::result)
					.toList();
		}
	}

	private static Status result(java.util.concurrent.Future<Status> future) {
		try {
			return future.get();
		} catch (InterruptedException | java.util.concurrent.ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Forgets everything but what can be made again from the build. */
	public void wipe() {
		for (Path path : List.of(this.home.root().resolve("data"), this.home.root().resolve("logs"), this.home.blobs(),
				this.home.run(), this.home.secrets(), this.home.subscriber())) {
			deleteTree(path);
		}
	}

	private static void deleteTree(Path root) {
		if (!Files.exists(root)) {
			return;
		}
		try (Stream<Path> files = Files.walk(root)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ServerProcess process(String name) {
		Members.Member member = this.members.get(nameOf(name));
		return new ServerProcess(java.util.Objects.requireNonNull(member).server(), this.run);
	}

}
