alter table delivery
	drop constraint delivery_kind_check,
	add constraint delivery_kind_check
		check (kind in ('CREATED', 'STATUS_CHANGED', 'REPLY', 'ASSIGNED', 'CLIENT_REPLIED')),
	add column message      uuid,
	add column addressed_to text,
	add column html         text,
	add column refers_to    text[] not null default '{}',
	add column tried_since  timestamptz;

update delivery set tried_since = created_at;

alter table delivery alter column tried_since set not null;

comment on column delivery.message is 'The reply that it carries';
comment on column delivery.recipient is 'Whom it is handed over for';
comment on column delivery.addressed_to is 'Whom it names as its recipient, where it is a copy';

create index delivery_by_time on delivery (created_at, id);

create index delivery_by_state on delivery (state, created_at, id) where state <> 'SENT';

create index delivery_by_recipient on delivery (recipient, created_at, id);

-- The mails about a ticket that the client has, and theirs.
create table chained_mail (
	ticket_id   bigint  not null,
	number      bigint  generated always as identity,
	message_id  text    not null,
	from_client boolean not null,
	primary key (ticket_id, number),
	unique (ticket_id, message_id)
);

insert into chained_mail (ticket_id, message_id, from_client) select ticket_id, message_id, true from answered_mail;

drop table answered_mail;
