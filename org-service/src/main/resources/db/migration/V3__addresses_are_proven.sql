-- An address that is to become a user's once its owner has proven to have it, and the user has agreed by the one before.
alter table users
	add pending_email  text check (pending_email = lower(pending_email)),
	add pending_wish   uuid unique,
	add pending_until  timestamptz,
	add pending_proven boolean,
	add pending_agreed boolean,
	add constraint users_pending_whole
		check (num_nulls(pending_email, pending_wish, pending_until, pending_proven, pending_agreed) in (0, 5));

-- They lead to the user still, and to nobody else until a super admin frees them.
alter table users add former_addresses text[] not null default '{}';

create index users_former_addresses on users using gin (former_addresses);
