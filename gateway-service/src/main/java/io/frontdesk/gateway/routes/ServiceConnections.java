package io.frontdesk.gateway.routes;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ServiceConnections {

	/** Each open event stream holds one. */
	private static final int AT_MOST = 10_000;

	/** Between two bytes; an event stream sends something every 15 seconds. */
	private static final Timeout SILENCE = Timeout.ofSeconds(60);

	@Bean(destroyMethod = "close")
	CloseableHttpClient services() {
		var connections = PoolingHttpClientConnectionManagerBuilder.create()
				.setConnectionFactory(hearsRefusals())
				.setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
				.setMaxConnPerRoute(AT_MOST)
				.setMaxConnTotal(AT_MOST)
				.setDefaultConnectionConfig(ConnectionConfig.custom()
						.setConnectTimeout(Timeout.ofSeconds(2))
						.setSocketTimeout(SILENCE)
						.build())
				.build();
		return HttpClients.custom()
				.setConnectionManager(connections)
				.setRetryStrategy(new OnceAfterBrokenConnection())
				.disableAuthCaching()
				.disableContentCompression()
				.disableCookieManagement()
				.disableDefaultUserAgent()
				.disableRedirectHandling()
				.evictIdleConnections(TimeValue.ofSeconds(30))
				.build();
	}

	/** A service that refuses an upload answers before it has all of it, and then hangs up. */
	private static ManagedHttpClientConnectionFactory hearsRefusals() {
		return ManagedHttpClientConnectionFactory.builder()
				.responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE)
				.build();
	}

	/** A kept connection may be one to a service that has been restarted since. An answer is never asked for twice. */
	private static final class OnceAfterBrokenConnection extends DefaultHttpRequestRetryStrategy {

		OnceAfterBrokenConnection() {
			super(1, TimeValue.ZERO_MILLISECONDS);
		}

		@Override
		public boolean retryRequest(HttpResponse response, int execution, HttpContext context) {
			return false;
		}

	}

}
