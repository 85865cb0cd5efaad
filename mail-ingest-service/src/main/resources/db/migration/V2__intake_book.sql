-- A server that gives a place again, against RFC 9051 §2.3.1.1, must not cost a mail.
alter table intake_entry
	drop constraint intake_entry_mailbox_uid_validity_uid_key,
	add constraint intake_entry_place unique (mailbox, uid_validity, uid, sha256);

-- What was done with a mail, in order, and why.
create table intake_step (
	id       bigint      generated always as identity primary key,
	entry_id uuid        not null references intake_entry,
	at       timestamptz not null,
	step     text        not null check (step in ('RECEIVED', 'READ', 'SENT_ON', 'TICKET', 'FOLLOW_UP', 'IGNORED',
	                                              'QUARANTINED', 'RETRIED', 'RELEASED')),
	detail   text        not null
);

create index intake_step_by_entry on intake_step (entry_id, id);

-- What a word in the search field is looked for in.
create extension if not exists pg_trgm;
alter table intake_entry add searched text not null generated always as (lower(
	coalesce(sender, '') || ' ' || coalesce(sender_name, '') || ' ' || coalesce(subject, '') || ' '
	|| coalesce(message_id, ''))) stored;
create index intake_by_word on intake_entry using gin (searched gin_trgm_ops);

-- Lists show the newest first; each filter that can leave little of a big ledger has its index.
create index intake_by_time on intake_entry (received_at, id);
create index intake_by_outcome on intake_entry (outcome, received_at, id);
create index intake_by_classification on intake_entry (classification, received_at, id);
create index intake_by_mailbox on intake_entry (mailbox, received_at, id);
create index intake_by_ticket on intake_entry (ticket_id, received_at, id) where ticket_id is not null;

-- A mail without a Message-ID is known by its bytes.
create index intake_by_content on intake_entry (sha256);
