package io.frontdesk.org;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.kafka.annotation.KafkaListener;

import io.frontdesk.events.CompanyChanged;
import io.frontdesk.events.DomainEvent;
import io.frontdesk.events.ProjectChanged;
import io.frontdesk.events.TaskChanged;
import io.frontdesk.events.Topics;
import io.frontdesk.events.UserChanged;

/** What a subscriber heard. */
public class Heard {

	private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

	@KafkaListener(topics = Topics.USER_CHANGED, groupId = "heard-${random.uuid}")
	void on(UserChanged user) {
		this.events.add(user);
	}

	@KafkaListener(topics = Topics.COMPANY_CHANGED, groupId = "heard-${random.uuid}")
	void on(CompanyChanged company) {
		this.events.add(company);
	}

	@KafkaListener(topics = Topics.PROJECT_CHANGED, groupId = "heard-${random.uuid}")
	void on(ProjectChanged project) {
		this.events.add(project);
	}

	@KafkaListener(topics = Topics.TASK_CHANGED, groupId = "heard-${random.uuid}")
	void on(TaskChanged task) {
		this.events.add(task);
	}

	/** Of one key, in the order in which they came. */
	public <T extends DomainEvent> List<T> of(Class<T> type, String key) {
		return this.events.stream().filter(type::isInstance).map(type::cast).filter(it -> it.key().equals(key))
				.toList();
	}

}
