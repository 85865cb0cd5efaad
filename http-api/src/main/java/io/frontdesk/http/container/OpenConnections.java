package io.frontdesk.http.container;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many connections each client has open. A proxy that is trusted to say who its clients are is not counted. */
final class OpenConnections {

	private static final Logger log = LoggerFactory.getLogger(OpenConnections.class);

	private static final long QUIET = Duration.ofMinutes(1).toNanos();

	private final ConcurrentMap<ClientNetwork, Integer> open = new ConcurrentHashMap<>();

	private final AtomicLong lastLine = new AtomicLong(System.nanoTime() - QUIET);

	private final int atMost;

	private final Predicate<String> isProxy;

	OpenConnections(int atMost, Predicate<String> isProxy) {
		this.atMost = atMost;
		this.isProxy = isProxy;
	}

	boolean haveRoomFor(InetAddress address) {
		return this.atMost == 0 || this.open.getOrDefault(ClientNetwork.of(address), 0) < this.atMost
				|| this.isProxy.test(address.getHostAddress());
	}

	void enter(InetAddress address) {
		var client = ClientNetwork.of(address);
		if (this.open.merge(client, 1, Integer::sum) == this.atMost && !this.isProxy.test(address.getHostAddress())
				&& isWorthALine()) {
			log.warn("{} has {} connections open; more are refused", client, this.atMost);
		}
	}

	void leave(InetAddress address) {
		this.open.computeIfPresent(ClientNetwork.of(address), (_, open) -> (open > 1) ? open - 1 : null);
	}

	/** Who comes and goes at the bound may not fill the log. */
	private boolean isWorthALine() {
		var now = System.nanoTime();
		var last = this.lastLine.get();
		return now - last >= QUIET && this.lastLine.compareAndSet(last, now);
	}

}
