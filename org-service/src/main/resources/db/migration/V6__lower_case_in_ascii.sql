-- Of an address only ASCII is in lower case: what other letters become may be another's.
alter table users
	drop constraint users_email_check,
	add constraint users_email_check check (email = lower(email collate "C")),
	drop constraint users_pending_email_check,
	add constraint users_pending_email_check check (pending_email = lower(pending_email collate "C"));
