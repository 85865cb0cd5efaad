-- A mail that is told of again, by a retry in the ledger or out of the dead letters, is no second message.
create unique index message_of_mail on message (intake_id) where intake_id is not null;
