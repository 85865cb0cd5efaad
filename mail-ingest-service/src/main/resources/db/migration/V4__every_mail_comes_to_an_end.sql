alter table intake_entry
	-- the order in which mails are told of: of a mailbox, that of their UIDs
	add column number        bigint      not null generated always as identity,
	-- since when it has had no outcome
	add column waiting_since timestamptz not null default now(),
	-- how often it could not be sent on for a reason that may pass, and when it is tried again
	add column attempts      int         not null default 0,
	add column due_at        timestamptz,
	-- the mail that has to be told of before, and until when that is waited for
	add column waits_for     uuid,
	add column held_until    timestamptz;

drop index intake_unread;
create index intake_unread on intake_entry (number) where read_at is null;

create index intake_waiting on intake_entry (waiting_since) where outcome = 'PENDING';

-- What a later service gave up.
alter table intake_step
	drop constraint intake_step_step_check,
	add constraint intake_step_step_check
		check (step in ('RECEIVED', 'READ', 'SENT_ON', 'GIVEN_UP', 'TICKET', 'FOLLOW_UP', 'IGNORED', 'QUARANTINED',
		                'RETRIED', 'RELEASED'));

create index intake_held on intake_entry (sender) where read_at is null and waits_for is not null;
