-- This service's copies of the directory's rows, as their events tell them.
create table company (
	id      uuid    primary key,
	name    text    not null,
	active  boolean not null,
	version bigint  not null
);

create table project (
	id         uuid    primary key,
	name       text    not null,
	company_id uuid,
	active     boolean not null,
	version    bigint  not null
);

create table task (
	id         uuid    primary key,
	name       text    not null,
	project_id uuid    not null,
	active     boolean not null,
	version    bigint  not null
);

alter table person
	add column staff      boolean not null default false,
	add column active     boolean not null default true,
	add column company_id uuid;

alter table ticket
	-- the requester's, so that one index serves the list of a company
	add column company_id     uuid,
	add column project_id     uuid,
	add column task_id        uuid,
	add column first_reply_at timestamptz,
	add column reopened       int not null default 0;

alter table message
	-- a held message closes its ticket when it is sent
	add column closes     boolean not null default false,
	-- key of the raw mail in the blob store
	add column source     text,
	-- a reply waits here until then and can be taken back
	add column held_until timestamptz,
	add column cc         text[] not null default '{}';

create index message_held on message (held_until) where held_until is not null;

-- Uploaded first, attached to a message later; what is never attached is cleared away.
alter table attachment
	alter column message_id drop not null,
	alter column position drop not null,
	add column uploaded_by uuid references person,
	add column uploaded_at timestamptz not null default now();

create index attachment_loose on attachment (uploaded_at) where message_id is null;

create table idempotency_key (
	caller_id   uuid        not null,
	key         text        not null,
	-- of the request, so that a key used for another request is noticed
	fingerprint text        not null,
	ticket_id   bigint      not null references ticket,
	created_at  timestamptz not null,
	primary key (caller_id, key)
);

create index idempotency_key_by_age on idempotency_key (created_at);
