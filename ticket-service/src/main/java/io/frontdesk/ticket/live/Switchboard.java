package io.frontdesk.ticket.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponseException;

import io.frontdesk.identity.Caller;
import io.frontdesk.identity.standing.Registrar;

/** Connects those who watch with the log of what changes. All streams together need one thread and one connection. */
@Component
public class Switchboard implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Switchboard.class);

	/**
	 * Asked for, and not notified of: PostgreSQL's NOTIFY takes a lock that lets commits pass one by one, which a desk in a
	 * storm of mail would feel. An idle question costs 0.1 ms.
	 */
	private static final int POLL_MILLIS = 100;

	private static final int RETRY_MILLIS_LEAST = 1_000;

	private static final int RETRY_MILLIS_MOST = 6_000;

	/** Of more events at once nobody is told each: reading everything again is less work. */
	private static final int FLOOD = Watch.QUEUED_AT_MOST / 2;

	private static final String COUNTERS_CHANGED = "event:counters.changed\ndata:{\"type\":\"counters.changed\"}\n\n";

	private final LiveLog events;

	private final LiveSettings settings;

	private final InstantSource clock;

	private final RandomGenerator random;

	private final Registrar registrar;

	private final Set<Watch> watches = new LinkedHashSet<>();

	private final Deque<LiveEvent> recent = new ArrayDeque<>();

	private long last;

	private long unbrokenSince;

	private boolean countersChanged;

	private boolean isAway;

	private @Nullable ScheduledExecutorService threads;

	Switchboard(LiveLog events, LiveSettings settings, InstantSource clock, RandomGenerator random,
			Registrar registrar) {
		this.events = events;
		this.settings = settings;
		this.clock = clock;
		this.random = random;
		this.registrar = registrar;
	}

	/**
	 * Tells the caller by this line what happens, and what happened since the event that they saw last, until the given
	 * time or until the service stops.
	 */
	public Connection connect(Caller caller, Instant ends, @Nullable String lastEventId, Line line) {
		var seen = (lastEventId != null && !lastEventId.isBlank()) ? id(lastEventId) : null;
		if (seen != null && seen > last()) {
			// Told by another instance, which may be a moment ahead of this one.
			attempt(this::deliverNew);
		}
		var watch = new Watch(new Watcher(caller), ends, line, this.clock.instant());
		add(watch, lastEventId, seen);
		return () -> remove(watch);
	}

	/** The jitter keeps those whom a stopping instance lets go from coming back in the same second. */
	private synchronized void add(Watch watch, @Nullable String lastEventId, @Nullable Long seen) {
		if (openFor(watch.watcher().caller()) >= this.settings.perPerson()) {
			throw tooMany();
		}
		var now = this.clock.instant();
		var greeting = new StringBuilder(
				"retry:%d\n".formatted(this.random.nextInt(RETRY_MILLIS_LEAST, RETRY_MILLIS_MOST)));
		if (!isRunning()) {
			watch.tell(greeting.append("\n").toString(), now);
			watch.end();
			return;
		}
		if (lastEventId == null || lastEventId.isBlank()) {
			greeting.append("id:").append(this.last).append("\n:\n\n");
		} else {
			greeting.append(":\n\n").append(missed(watch.watcher(), seen));
		}
		if (watch.tell(greeting.toString(), now)) {
			this.watches.add(watch);
		}
	}

	private static ErrorResponseException tooMany() {
		var problem = LiveProblem.TOO_MANY_AT_ONCE.exception();
		problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Watch.SILENCE.toSeconds()));
		return problem;
	}

	private long openFor(Caller caller) {
		var person = caller.person().id();
		return this.watches.stream().filter(watch -> watch.watcher().caller().person().id().equals(person)).count();
	}

	private String missed(Watcher watcher, @Nullable Long seen) {
		if (seen == null || seen > this.last || !isRecent(seen)) {
			return resync();
		}
		var missed = this.recent.stream().filter(event -> event.id() > seen).filter(watcher::maySee).toList();
		if (missed.size() > FLOOD) {
			return resync();
		}
		var frames = new StringBuilder();
		missed.forEach(event -> frames.append(event.frame(watcher.isOutside())));
		return frames.append((missed.isEmpty() || !watcher.maySeeCounters()) ? "" : COUNTERS_CHANGED).toString();
	}

	/** Whether all that came after it is still at hand. */
	private boolean isRecent(long id) {
		return id >= Math.max(this.last - LiveLog.KEPT, this.unbrokenSince);
	}

	private String resync() {
		return new LiveEvent(this.last, LiveEvent.RESYNC, null, null, null, null, null).frame(false);
	}

	private static @Nullable Long id(String text) {
		return text.strip().matches("\\d{1,18}") ? Long.valueOf(text.strip()) : null;
	}

	private synchronized long last() {
		return this.last;
	}

	private synchronized void remove(Watch watch) {
		this.watches.remove(watch);
		watch.breakOff();
	}

	private void poll() {
		attempt(() -> {
			this.events.number();
			deliverNew();
		});
	}

	private void deliverNew() {
		for (var found = this.events.after(last()); !found.isEmpty(); found = this.events.after(last())) {
			var skipped = found.size() == LiveLog.PAGE && this.events.oldest() > last() + 1;
			deliver(found, skipped);
		}
	}

	/** @param skipped whether this instance was away for so long that it may have missed events */
	private synchronized void deliver(List<LiveEvent> found, boolean skipped) {
		var now = this.clock.instant();
		for (var event : found.stream().filter(event -> event.id() > this.last).toList()) {
			this.last = event.id();
			remember(event);
			this.countersChanged = true;
			if (found.size() <= FLOOD) {
				tell(event, now);
			}
		}
		if (skipped) {
			this.unbrokenSince = this.last;
		}
		if (skipped || found.size() > FLOOD) {
			var frame = resync();
			this.watches.removeIf(watch -> !watch.tell(frame, now));
		}
	}

	private void tell(LiveEvent event, Instant now) {
		var inside = event.frame(false);
		var outside = event.frame(true);
		this.watches.removeIf(watch -> watch.watcher().maySee(event)
				&& !watch.tell(watch.watcher().isOutside() ? outside : inside, now));
	}

	private void remember(LiveEvent event) {
		this.recent.addLast(event);
		if (this.recent.size() > LiveLog.KEPT) {
			this.recent.removeFirst();
		}
	}

	private synchronized void tend() {
		var now = this.clock.instant();
		if (this.countersChanged) {
			this.countersChanged = false;
			this.watches.removeIf(watch -> watch.watcher().maySeeCounters() && !watch.tell(COUNTERS_CHANGED, now));
		}
		this.watches.removeIf(watch -> !watch.keepAlive(now));
		this.watches.removeIf(watch -> {
			if (watch.isOver(now) || hasOtherRights(watch)) {
				watch.end();
				return true;
			}
			return false;
		});
	}

	/** Whoever may watch all the same comes back, with what they may see now. */
	private boolean hasOtherRights(Watch watch) {
		var person = watch.watcher().caller().person();
		return this.registrar.isDeactivated(person) || this.registrar.hasChanged(person, watch.since());
	}

	private void attempt(Runnable work) {
		try {
			work.run();
			this.isAway = false;
		} catch (DataAccessException | TransactionException ex) {
			if (!this.isAway) {
				this.isAway = true;
				log.warn("Nothing live for now: the log of events can't be read", ex);
			}
		}
	}

	@Override
	public synchronized void start() {
		this.recent.clear();
		this.events.all().forEach(this::remember);
		this.last = this.recent.isEmpty() ? 0 : this.recent.getLast().id();
		var pool = Executors.newScheduledThreadPool(2, Thread.ofVirtual().name("switchboard").factory());
		pool.scheduleWithFixedDelay(this::poll, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
		pool.scheduleWithFixedDelay(this::tend, 1, 1, TimeUnit.SECONDS);
		pool.scheduleWithFixedDelay(() -> attempt(this.events::forget), 1, 1, TimeUnit.MINUTES);
		this.threads = pool;
	}

	/** Before the web server stops, which waits for requests to end: streams never would. */
	@Override
	public void stop() {
		Objects.requireNonNull(hangUpAll()).shutdown();
	}

	private synchronized @Nullable ScheduledExecutorService hangUpAll() {
		this.watches.forEach(Watch::end);
		this.watches.clear();
		var stopped = this.threads;
		this.threads = null;
		return stopped;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.threads != null;
	}

	/** What the web server tells of. */
	public interface Connection {

		/** The other side has gone, and the server ends the line itself. */
		void lost();

	}

}
