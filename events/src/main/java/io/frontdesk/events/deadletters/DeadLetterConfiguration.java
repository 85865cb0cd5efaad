package io.frontdesk.events.deadletters;

import java.time.InstantSource;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.events.EventSettings;

@Configuration(proxyBeanMethods = false)
public class DeadLetterConfiguration {

	@Bean
	DeadLetterBook deadLetterBook(JdbcClient jdbc) {
		return new DeadLetterBook(jdbc);
	}

	@Bean
	DeadLetterList deadLetterList(JdbcClient jdbc, @Value("${spring.application.name}") String application) {
		return new DeadLetterList(jdbc, application.replaceFirst("-service$", ""));
	}

	@Bean
	DeadLetters deadLetters(DeadLetterBook book, PlatformTransactionManager transactions, List<Redelivery> ways) {
		return new DeadLetters(book, new TransactionTemplate(transactions), ways);
	}

	@Bean
	WaitingLetters waitingLetters(JdbcClient jdbc, InstantSource clock) {
		return new WaitingLetters(jdbc, clock);
	}

	@Bean
	DeadLetterHealth deadLettersHealthIndicator(WaitingLetters letters) {
		return new DeadLetterHealth(letters);
	}

	@Bean
	DeadLetterMetrics deadLetterMetrics(WaitingLetters letters) {
		return new DeadLetterMetrics(letters);
	}

	@Bean
	DeadLetterCleaner deadLetterCleaner(DeadLetterBook book, EventSettings settings) {
		return new DeadLetterCleaner(book, settings.memory());
	}

}
