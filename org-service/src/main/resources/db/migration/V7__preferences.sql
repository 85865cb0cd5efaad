-- What users chose for themselves; null is what is usual.
alter table users
	add language            text check (language in ('EN', 'DE')),
	add time_zone           text,
	add theme               text check (theme in ('SYSTEM', 'LIGHT', 'DARK')),
	add density             text check (density in ('COMFORTABLE', 'COMPACT')),
	add shortcuts           boolean,
	add undo_delay          int  check (undo_delay between 0 and 30),
	add after_send          text check (after_send in ('STAY', 'NEXT', 'LIST')),
	add signature           text check (char_length(signature) <= 2000),
	add mail_new_ticket     boolean,
	add mail_client_replied boolean,
	add mail_assigned       boolean;

comment on column users.undo_delay is 'In seconds';
