package io.frontdesk.local.services;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Http;
import io.frontdesk.local.process.Launch;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.RunningProcess;
import io.frontdesk.local.process.Server;

/** One of our Spring Boot services. */
public final class BootService implements Server {

	private final Settings settings;

	private final ExtractedJar jar;

	public BootService(Settings settings, ExtractedJar jar) {
		this.settings = settings;
		this.jar = jar;
	}

	/**
	 * What one service differs by from another.
	 *
	 * @param needed the ports of those without whom it can keep nothing and tell nobody
	 */
	public record Settings(String name, Port port, Set<Integer> needed, Path directory, Path log, int heapMegabytes,
			Map<String, String> environment) {}

	@Override
	public String name() {
		return this.settings.name();
	}

	@Override
	public List<Port> ports() {
		return List.of(this.settings.port());
	}

	@Override
	public Launch prepare() throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Distribution.java(), "-Xmx" + this.settings.heapMegabytes() + "m", "-XX:+UseSerialGC",
						"-XX:MaxHeapFreeRatio=40", "-XX:+ExitOnOutOfMemoryError"));
		command.addAll(this.jar.arguments());
		return new Launch(command, this.settings.environment(), this.settings.directory(), this.settings.log());
	}

	@Override
	public boolean answers() {
		return Http.isOk("http://127.0.0.1:%d/actuator/health".formatted(this.settings.port().number()));
	}

	@Override
	public void answered() {
		this.jar.answered();
	}

	@Override
	public String startRemark() {
		return this.jar.isRecording() ? "the first start of a new build, recorded so that later ones are faster" : "";
	}

	/** What it writes takes most of a minute for all services together, and nobody needs to wait for it. */
	@Override
	public boolean onlyRecords(RunningProcess process) {
		return this.jar.isRecordedBy(process) && process.hasLetGoOf(this.settings.needed());
	}

	/** Boot gives requests under way 30 s, and the beans of each phase 30 s more. */
	@Override
	public Duration stopPatience() {
		return Duration.ofSeconds(90);
	}

}
