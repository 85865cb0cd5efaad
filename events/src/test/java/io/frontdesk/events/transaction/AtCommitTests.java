package io.frontdesk.events.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class AtCommitTests {

	private final List<String> told = new ArrayList<>();

	private final AtCommit<String> letters = new AtCommit<>(items -> this.told.add("letters " + items),
			() -> this.told.add("letters are written"));

	private final AtCommit<String> mails = new AtCommit<>(items -> {
		this.told.add("mails " + items);
		items.forEach(this.letters::add);
	});

	private final TransactionTemplate transaction = new TransactionTemplate(new Commits(this.told));

	@Test
	void itemsAreHandledTogetherJustBeforeTheCommit() {
		this.transaction.executeWithoutResult(_ -> {
			this.letters.add("a");
			this.letters.add("b");
			this.told.add("work");
		});
		assertThat(this.told).containsExactly("work", "letters [a, b]", "commit", "letters are written");
	}

	@Test
	void whatIsDoneMayBringMoreForOthersAndForOneself() {
		var rounds = new ArrayList<AtCommit<Integer>>();
		rounds.add(new AtCommit<>(counts -> counts.stream().filter(count -> count > 0).forEach(count -> {
			this.told.add("round " + count);
			rounds.getFirst().add(count - 1);
		})));
		this.transaction.executeWithoutResult(_ -> {
			this.letters.add("a");
			this.mails.add("b");
			rounds.getFirst().add(2);
		});
		assertThat(this.told).containsExactly("letters [a]", "mails [b]", "round 2", "letters [b]", "round 1", "commit",
				"letters are written");
	}

	@Test
	void nothingIsDoneIfTheWorkFails() {
		assertThatIllegalStateException().isThrownBy(() -> this.transaction.executeWithoutResult(_ -> {
			this.letters.add("a");
			throw new IllegalStateException("no");
		}));
		assertThat(this.told).containsExactly("rollback");
	}

	@Test
	void whatWouldBeLostIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> this.letters.add("a"));
		var late = new AtCommit<String>(_ -> this.told.add("written"), () -> this.letters.add("late"));
		assertThatIllegalStateException()
				.isThrownBy(() -> this.transaction.executeWithoutResult(_ -> late.add("a")))
				.withMessageContaining("late");
	}

	/** Only tells what a database would be asked for. */
	private static final class Commits extends AbstractPlatformTransactionManager {

		private final transient List<String> told;

		Commits(List<String> told) {
			this.told = told;
		}

		@Override
		protected Object doGetTransaction() {
			return this;
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			// there is nothing to open
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			this.told.add("commit");
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			this.told.add("rollback");
		}

	}

}
