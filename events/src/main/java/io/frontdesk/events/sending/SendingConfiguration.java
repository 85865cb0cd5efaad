package io.frontdesk.events.sending;

import java.time.Clock;
import java.time.InstantSource;

import io.micrometer.observation.ObservationRegistry;
import io.namastack.outbox.JdbcOutboxRecordEntityMapper;
import io.namastack.outbox.JdbcTableNameResolver;
import io.namastack.outbox.Outbox;
import io.namastack.outbox.OutboxProcessingScheduler;
import io.namastack.outbox.OutboxProperties;
import io.namastack.outbox.partition.PartitionCoordinator;
import io.namastack.outbox.processor.OutboxRecordProcessor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.events.deadletters.DeadLetterBook;

@Configuration(proxyBeanMethods = false)
public class SendingConfiguration {

	/** A {@link Clock} for the outbox; everybody else asks for an {@link InstantSource}, which it is. */
	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	Events events(Outbox outbox, InstantSource clock, @Value("${spring.application.name}") String service) {
		return new Events(outbox, clock, "/frontdesk/" + service);
	}

	@Bean
	@Primary
	OutboxTable outboxTable(JdbcClient jdbc, PlatformTransactionManager transactions,
			JdbcOutboxRecordEntityMapper mapper, Clock clock, JdbcTableNameResolver names) {
		return new OutboxTable(jdbc, new TransactionTemplate(transactions), mapper, clock, names);
	}

	@Bean
	OutboxPace outboxPace(Clock clock) {
		return new OutboxPace(clock);
	}

	/** As the library makes it, but that one looks among all beans for a registry of observations with each poll. */
	@Bean
	OutboxProcessingScheduler outboxProcessingScheduler(OutboxPace pace, OutboxTable table,
			OutboxRecordProcessor processors, PartitionCoordinator partitions, OutboxProperties properties, Clock clock,
			BeanFactory beans) {
		return new OutboxProcessingScheduler(pace, beans.getBean("outboxDefaultScheduler", TaskScheduler.class),
				() -> ObservationRegistry.NOOP, table, processors, partitions,
				beans.getBean("outboxTaskExecutor", TaskExecutor.class), properties, clock);
	}

	@Bean
	KafkaRelay kafkaRelay(KafkaTemplate<Object, Object> kafka, DeadLetterBook deadLetters, InstantSource clock) {
		return new KafkaRelay(kafka, deadLetters, clock);
	}

	@Bean
	SentAgain sentAgain(KafkaTemplate<Object, Object> kafka) {
		return new SentAgain(kafka);
	}

	/** Spring's own logs the event with a stack trace at each try; who sends says it once. */
	@Bean
	ProducerListener<Object, Object> producerListener() {
		return new ProducerListener<>() {
		};
	}

}
