package io.frontdesk.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;

import io.frontdesk.load.Bearer.Answer;

/** Clients that each ask as soon as they are answered. */
record Measurement(Bearer bearer, Scenario scenario, int clients) {

	private static final long HIGHEST = TimeUnit.MINUTES.toMicros(2);

	void warmUp(Duration time) throws IOException, InterruptedException {
		run(0, time);
	}

	Result run(int tickets, Duration time) throws IOException, InterruptedException {
		AtomicReference<String> firstError = new AtomicReference<>("");
		long began = System.nanoTime();
		long end = began + time.toNanos();
		try (ExecutorService threads = Executors.newFixedThreadPool(this.clients)) {
			List<Future<Client>> running = IntStream.range(0, this.clients)
					.mapToObj(number -> threads.submit(() -> new Client().ask(number, end, firstError)))
					.toList();
			Histogram all = new Histogram(HIGHEST, 3);
			long errors = 0;
			for (Future<Client> future : running) {
				Client client = future.get();
				all.add(client.latencies);
				errors += client.errors;
			}
			return new Result(tickets, this.scenario.name(), this.clients, all, errors, firstError.get(),
					Duration.ofNanos(System.nanoTime() - began));
		} catch (ExecutionException ex) {
			throw new IOException(this.scenario.name() + ": " + ex.getCause(), ex);
		}
	}

	private final class Client {

		private final Histogram latencies = new Histogram(HIGHEST, 3);

		private long errors;

		Client ask(int client, long end, AtomicReference<String> firstError) throws IOException, InterruptedException {
			for (int i = 0; System.nanoTime() < end; i++) {
				Call call = Measurement.this.scenario.call(client, Measurement.this.clients, i);
				long asked = System.nanoTime();
				Answer answer = Measurement.this.bearer.send(call);
				this.latencies.recordValue(Math.min(HIGHEST, (System.nanoTime() - asked) / 1_000));
				if (!answer.isSuccess()) {
					this.errors++;
					firstError.compareAndSet("", "%s: %d %s".formatted(call, answer.status(), answer.text()));
				}
			}
			return this;
		}

	}

}
