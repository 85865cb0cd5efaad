package io.frontdesk.identity.standing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Follows {@code user-changed} from its beginning, which has the latest of every user: each instance for itself, so
 * without a group, and without the inbox that makes a service handle an event once.
 */
class UserLog implements SmartLifecycle {

	/**
	 * So long what is new is gathered, by the broker: in a storm of mail from new people each of them would wake every
	 * service.
	 */
	private static final Duration GATHERED = Duration.ofMillis(250);

	private static final int GATHERED_BYTES = 1 << 20;

	private final Map<String, Object> settings;

	private final Registrar registrar;

	private final List<UserFollower> followers;

	private volatile @Nullable UserReading reading;

	UserLog(Map<String, Object> settings, Registrar registrar, List<UserFollower> followers) {
		this.settings = new HashMap<>(settings);
		this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		this.settings.putAll(Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
				ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
				ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000, ConsumerConfig.FETCH_MIN_BYTES_CONFIG, GATHERED_BYTES,
				ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(GATHERED.toMillis())));
		this.registrar = registrar;
		this.followers = followers;
	}

	@Override
	public void start() {
		var begun = new UserReading(this.settings, this.registrar, this.followers);
		this.reading = begun;
		Thread.ofVirtual().name("user-log").start(begun);
	}

	@Override
	public void stop() {
		var ended = this.reading;
		this.reading = null;
		if (ended != null) {
			ended.stop();
		}
	}

	/** Before the web server. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public boolean isRunning() {
		return this.reading != null;
	}

}
