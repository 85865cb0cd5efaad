create table users (
	id         uuid        primary key,
	-- lower case, so that an address is one user
	email      text        not null unique check (email = lower(email)),
	first_name text        not null,
	last_name  text        not null,
	staff      boolean     not null,
	active     boolean     not null default true,
	created_at timestamptz not null,
	version    bigint      not null
);
