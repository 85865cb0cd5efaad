create table person (
	id         uuid    primary key,
	email      text    not null,
	first_name text    not null,
	last_name  text    not null,
	-- of the directory's row; -1 while all we know comes from a mail or a token
	version    bigint  not null
);

-- Every id ever given: one never comes back, not even after its ticket is gone.
create table ticket_number (
	id bigint primary key
);

create table ticket (
	id                    bigint      primary key references ticket_number,
	subject               text        not null,
	message               text        not null,
	status                text        not null check (status in ('OPEN', 'CLOSED')),
	priority              text        not null check (priority in ('HIGH', 'MID', 'LOW')),
	source                text        not null check (source in ('MAIL', 'WEB', 'API')),
	waiting_on            text        not null check (waiting_on in ('STAFF', 'CLIENT')),
	requester_id          uuid        not null references person,
	assignee_id           uuid        references person,
	tags                  text[]      not null default '{}',
	request_time          timestamptz not null,
	response_time         timestamptz,
	last_activity         timestamptz not null,
	possible_follow_up_of bigint      references ticket,
	active                boolean     not null default true,
	version               bigint      not null
);

create index ticket_by_request_time on ticket (request_time, id) where active;
create index ticket_by_status on ticket (status, request_time, id) where active;
create index ticket_by_requester on ticket (requester_id, request_time, id) where active;

create table message (
	id        uuid        primary key,
	-- the order of a conversation: mail servers tell the time to the second only
	number    bigint      generated always as identity,
	ticket_id bigint      not null references ticket,
	kind      text        not null check (kind in ('CLIENT', 'REPLY', 'NOTE')),
	author_id uuid        not null references person,
	body      text        not null,
	html      text,
	sent_at   timestamptz not null
);

create index message_by_ticket on message (ticket_id, number);

create table attachment (
	id           uuid   primary key,
	message_id   uuid   not null references message,
	position     int    not null,
	filename     text   not null,
	content_type text   not null,
	size         bigint not null,
	sha256       text   not null,
	blob         text   not null
);

create index attachment_by_message on attachment (message_id, position);

-- Message-IDs of clients' mails, so that an answer to one of them finds its ticket.
create table mail_reference (
	message_id text   not null,
	ticket_id  bigint not null references ticket,
	primary key (message_id, ticket_id)
);

create table history (
	id         bigint      generated always as identity primary key,
	ticket_id  bigint      not null references ticket,
	at         timestamptz not null,
	actor_id   uuid        references person,
	route      text        not null,
	field      text        not null,
	old_value  text,
	new_value  text
);

create index history_by_ticket on history (ticket_id, id);
