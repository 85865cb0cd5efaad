package io.frontdesk.events.receiving;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.MethodKafkaListenerEndpoint;
import org.springframework.messaging.handler.annotation.support.DefaultMessageHandlerMethodFactory;

import io.frontdesk.events.Topics;

/**
 * Listens to the dead letters of what this service listens to, which is known once all of it is there. A login need not be
 * allowed to read those of others.
 */
class OwnDeadLetters {

	private final String group;

	private final Listeners listeners;

	private final DeadLetterListener letters;

	private final KafkaListenerEndpointRegistry registry;

	private final KafkaListenerContainerFactory<?> containers;

	OwnDeadLetters(String service, Listeners listeners, DeadLetterListener letters,
			KafkaListenerEndpointRegistry registry, KafkaListenerContainerFactory<?> containers) {
		this.group = service + "-dead-letters";
		this.listeners = listeners;
		this.letters = letters;
		this.registry = registry;
		this.containers = containers;
	}

	@EventListener(ContextRefreshedEvent.class)
	void begin() throws NoSuchMethodException {
		var topics = this.listeners.topics();
		if (!topics.isEmpty() && this.registry.getListenerContainer(this.group) == null) {
			this.registry.registerListenerContainer(listenTo(
					topics.stream().map(topic -> topic + Topics.DEAD_LETTER_SUFFIX).toArray(String[]::new)),
					this.containers, true);
		}
	}

	private MethodKafkaListenerEndpoint<Object, Object> listenTo(String... topics) throws NoSuchMethodException {
		var methods = new DefaultMessageHandlerMethodFactory();
		methods.afterPropertiesSet();
		var endpoint = new MethodKafkaListenerEndpoint<Object, Object>();
		endpoint.setId(this.group);
		endpoint.setGroupId(this.group);
		endpoint.setTopics(topics);
		endpoint.setConcurrency(1);
		endpoint.setBean(this.letters);
		endpoint.setMethod(DeadLetterListener.class.getDeclaredMethod("on", ConsumerRecord.class));
		endpoint.setMessageHandlerMethodFactory(methods);
		return endpoint;
	}

}
