create table delivery (
	id              uuid        primary key,
	kind            text        not null check (kind in ('CREATED', 'STATUS_CHANGED')),
	ticket_id       bigint      not null,
	recipient       text        not null,
	subject         text        not null,
	body            text        not null,
	message_id      text        not null,
	in_reply_to     text,
	state           text        not null check (state in ('PENDING', 'SENT', 'FAILED', 'SUPPRESSED')),
	reason          text,
	attempts        int         not null,
	created_at      timestamptz not null,
	next_attempt_at timestamptz not null,
	sent_at         timestamptz,
	version         bigint      not null
);

create index delivery_due on delivery (next_attempt_at, id) where state = 'PENDING';

create index delivery_by_ticket on delivery (ticket_id, created_at);

-- The mail of the client's that our mails about a ticket answer: its latest.
create table answered_mail (
	ticket_id  bigint primary key,
	message_id text   not null
);
