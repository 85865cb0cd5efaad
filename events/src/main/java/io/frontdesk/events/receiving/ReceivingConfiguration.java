package io.frontdesk.events.receiving;

import java.time.InstantSource;
import java.util.Objects;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.support.converter.ByteArrayJacksonJsonMessageConverter;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.events.EventJson;
import io.frontdesk.events.EventSettings;
import io.frontdesk.events.deadletters.DeadLetterBook;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class ReceivingConfiguration {

	/** An event that comes alone is handled at once; those that come in a crowd are handled together. */
	private static final int PAUSE_MILLIS = 100;

	@Bean
	RecordMessageConverter eventConverter() {
		return new ByteArrayJacksonJsonMessageConverter(EventJson.MAPPER);
	}

	@Bean
	ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> handleOnce(
			PlatformTransactionManager transactions, JdbcClient jdbc, Listeners listeners) {
		var transaction = new TransactionTemplate(transactions);
		return container -> {
			var properties = container.getContainerProperties();
			var once = new OnceOnly(listenerOf(properties), transaction, jdbc, String.valueOf(container.getGroupId()));
			container.setupMessageListener(once);
			listeners.add(container, once);
			properties.setIdleBetweenPolls(PAUSE_MILLIS);
			// What a crash brings again is passed over, so the offset need not be committed with each poll.
			properties.setAckMode(ContainerProperties.AckMode.TIME);
			properties.setAckTime(1_000);
		};
	}

	@SuppressWarnings("unchecked")
	private static MessageListener<Object, Object> listenerOf(ContainerProperties container) {
		return (MessageListener<Object, Object>) Objects.requireNonNull(container.getMessageListener());
	}

	@Bean
	Listeners listeners() {
		return new Listeners();
	}

	@Bean
	DeadLetterListener deadLetterListener(Listeners listeners, DeadLetterBook book) {
		return new DeadLetterListener(listeners, book);
	}

	@Bean
	OwnDeadLetters ownDeadLetters(@Value("${spring.application.name}") String service, Listeners listeners,
			DeadLetterListener listener, KafkaListenerEndpointRegistry registry,
			KafkaListenerContainerFactory<?> containers) {
		return new OwnDeadLetters(service, listeners, listener, registry, containers);
	}

	@Bean
	CommonErrorHandler setAside(KafkaTemplate<Object, Object> kafka, KafkaAdmin admin, DeadLetterBook book,
			InstantSource clock) {
		var handler = new DefaultErrorHandler(new SetAside(kafka, admin, book, clock));
		handler.setBackOffFunction((_, failure) -> RetryUntilHandled.backOffFor(failure));
		return handler;
	}

	@Bean
	InboxCleaner inboxCleaner(JdbcClient jdbc, EventSettings settings) {
		return new InboxCleaner(jdbc, settings.memory());
	}

}
