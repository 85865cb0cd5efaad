package io.frontdesk.ticket.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream. Text is queued here and written by a virtual thread that lives only while there is some; who reads too
 * slowly for the queue is cut off, and reads everything again when they come back.
 */
final class Watch {

	static final int QUEUED_AT_MOST = 1_000;

	private static final Logger log = LoggerFactory.getLogger(Watch.class);

	/** After so long a stream says something, and a page that is closed is noticed. */
	static final Duration SILENCE = Duration.ofSeconds(15);

	private static final String HEARTBEAT = ":\n\n";

	private final Watcher watcher;

	private final Instant ends;

	private final Line line;

	private final Instant since;

	private List<String> queue = new ArrayList<>();

	private Instant lastTold;

	private boolean writing;

	private boolean ended;

	Watch(Watcher watcher, Instant ends, Line line, Instant now) {
		this.watcher = watcher;
		this.ends = ends;
		this.line = line;
		this.since = now;
		this.lastTold = now;
	}

	Watcher watcher() {
		return this.watcher;
	}

	Instant since() {
		return this.since;
	}

	boolean isOver(Instant now) {
		return !now.isBefore(this.ends);
	}

	/** Returns false if the stream has ended, or ends by this. */
	synchronized boolean tell(String text, Instant now) {
		if (this.ended) {
			return false;
		}
		if (this.queue.size() >= QUEUED_AT_MOST) {
			log.info("Cut off a stream of {}, who reads too slowly", this.watcher.caller().person().id());
			this.queue.clear();
			end();
			return false;
		}
		this.queue.add(text);
		this.lastTold = now;
		startWriting();
		return true;
	}

	synchronized boolean keepAlive(Instant now) {
		return Duration.between(this.lastTold, now).compareTo(SILENCE) < 0 ? !this.ended : tell(HEARTBEAT, now);
	}

	/** What is queued is still written. */
	synchronized void end() {
		if (!this.ended) {
			this.ended = true;
			startWriting();
		}
	}

	private void startWriting() {
		if (!this.writing) {
			this.writing = true;
			Thread.ofVirtual().name("live").start(this::write);
		}
	}

	private void write() {
		try {
			for (var text = next(); !text.isEmpty(); text = next()) {
				this.line.write(text);
			}
		} catch (IOException | IllegalStateException ex) {
			log.debug("A stream broke", ex);
			breakOff();
		}
		if (isFinished()) {
			hangUp();
		}
	}

	private void hangUp() {
		try {
			this.line.hangUp();
		} catch (IllegalStateException ex) {
			log.debug("The web server was faster to end a stream that broke", ex);
		}
	}

	/** All that is queued; nothing if the writer may go. */
	private synchronized String next() {
		if (this.queue.isEmpty()) {
			this.writing = false;
			return "";
		}
		var text = String.join("", this.queue);
		this.queue = new ArrayList<>();
		return text;
	}

	/** Forgets what is queued: there is nobody left to tell it to. */
	synchronized void breakOff() {
		this.ended = true;
		this.writing = false;
		this.queue.clear();
	}

	private synchronized boolean isFinished() {
		return this.ended && !this.writing;
	}

}
