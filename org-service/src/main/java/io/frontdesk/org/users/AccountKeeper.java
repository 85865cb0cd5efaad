package io.frontdesk.org.users;

import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import org.springframework.stereotype.Component;

import io.frontdesk.org.users.Logins.Outcome;

/** Brings Keycloak in line with the directory. What fails comes again: the outbox backs off and does not forget. */
@Component
class AccountKeeper implements OutboxTypedHandler<AccountWanted> {

	private final Directory directory;

	private final Accounts accounts;

	private final Logins logins;

	AccountKeeper(Directory directory, Accounts accounts, Logins logins) {
		this.directory = directory;
		this.accounts = accounts;
		this.logins = logins;
	}

	@Override
	public void handle(AccountWanted record, OutboxRecordMetadata metadata) {
		var wanted = this.directory.wantedLogin(record.userId());
		switch (this.logins.provide(wanted)) {
			case Outcome.Provided provided -> this.directory.settle(wanted, provided);
			case Outcome.Refused refused -> this.accounts.explain(wanted, AccountState.FAILED, refused.reason());
			case Outcome.Unavailable unavailable -> {
				this.accounts.explain(wanted, AccountState.PENDING, unavailable.reason());
				throw new IllegalStateException(unavailable.reason());
			}
		}
	}

}
