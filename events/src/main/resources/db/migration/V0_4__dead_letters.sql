-- What this service could not handle (its copy of what is in the -dlt topics) or could not send.
create table dead_letter (
	id            bigint generated always as identity primary key,
	place         text                     not null unique,
	direction     text                     not null,
	consumer      text                     not null,
	topic         text                     not null,
	partition_no  int                      not null,
	record_offset bigint                   not null,
	key           text,
	headers       text                     not null,
	data          bytea,
	event_id      text,
	mail_id       uuid,
	ticket_id     bigint,
	reason        text                     not null,
	exception     text                     not null,
	failed_at     timestamp with time zone not null,
	attempts      int                      not null default 0,
	handled_at    timestamp with time zone
);

create index dead_letter_waiting on dead_letter (failed_at desc, id desc) where handled_at is null;

create index dead_letter_by_age on dead_letter (failed_at);
