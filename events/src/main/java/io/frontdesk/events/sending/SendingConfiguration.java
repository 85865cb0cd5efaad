package io.frontdesk.events.sending;

import java.time.InstantSource;

import io.namastack.outbox.Outbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

@Configuration(proxyBeanMethods = false)
public class SendingConfiguration {

	@Bean
	@ConditionalOnMissingBean
	InstantSource clock() {
		return InstantSource.system();
	}

	@Bean
	Events events(Outbox outbox, InstantSource clock, @Value("${spring.application.name}") String service) {
		return new Events(outbox, clock, "/frontdesk/" + service);
	}

	@Bean
	KafkaRelay kafkaRelay(KafkaTemplate<Object, Object> kafka) {
		return new KafkaRelay(kafka);
	}

}
