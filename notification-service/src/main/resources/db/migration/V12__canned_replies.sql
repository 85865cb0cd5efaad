create table canned_reply (
	id         uuid        primary key,
	name       text        not null,
	text       text        not null,
	language   text,
	changed_at timestamptz not null,
	changed_by text        not null
);

create unique index canned_reply_name on canned_reply (lower(name));
