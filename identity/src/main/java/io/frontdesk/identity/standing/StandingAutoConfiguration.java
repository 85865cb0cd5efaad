package io.frontdesk.identity.standing;

import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;

/** In every service and the gateway. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
public class StandingAutoConfiguration {

	@Bean
	Registrar registrar(InstantSource clock) {
		return new Registrar(clock);
	}

	@Bean
	UserLog userLog(ConsumerFactory<?, ?> kafka, Registrar registrar, ObjectProvider<UserFollower> followers) {
		return new UserLog(kafka.getConfigurationProperties(), registrar, followers.stream().toList());
	}

}
