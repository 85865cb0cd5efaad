package io.frontdesk.http.deadline;

import java.time.InstantSource;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** For a service with a database of its own, whose transactions are Hibernate's. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class, before = {JdbcTemplateAutoConfiguration.class,
		DataSourceTransactionManagerAutoConfiguration.class, HibernateJpaAutoConfiguration.class})
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(DeadlineSettings.class)
public class DeadlineAutoConfiguration {

	@Bean
	FilterRegistrationBean<DeadlineFilter> deadlineFilter(DeadlineSettings settings, InstantSource clock) {
		var filter = new FilterRegistrationBean<>(new DeadlineFilter(settings, clock));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	@Bean
	JdbcTemplate jdbcTemplate(DataSource database) {
		return new BoundJdbcTemplate(database);
	}

	@Bean
	PlatformTransactionManager transactionManager() {
		return new BoundTransactions();
	}

	@Bean
	TookTooLong tookTooLong() {
		return new TookTooLong();
	}

}
