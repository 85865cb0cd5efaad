create table intake_entry (
	id             uuid        primary key,
	mailbox        text        not null,
	uid_validity   bigint      not null,
	uid            bigint      not null,
	received_at    timestamptz not null,
	size           bigint      not null,
	sha256         text        not null,
	message_id     text,
	-- of what the mail says, without the headers that change under way
	content_digest text,
	sender         text,
	sender_name    text,
	subject        text,
	classification text check (classification in ('PERSON', 'AUTO_REPLY', 'BOUNCE', 'LIST', 'LOOP')),
	outcome        text        not null check (outcome in ('PENDING', 'TICKET', 'FOLLOW_UP', 'IGNORED', 'QUARANTINED')),
	reason         text,
	ticket_id      bigint,
	read_at        timestamptz,
	version        bigint      not null,
	unique (mailbox, uid_validity, uid)
);

create index intake_unread on intake_entry (received_at, id) where read_at is null;

-- The same Message-ID with the same content is one mail; with other content it is another.
create unique index intake_once on intake_entry (message_id, content_digest)
	where outcome not in ('IGNORED', 'QUARANTINED');
