create table mute (
	address     text        primary key,
	reason      text        not null,
	muted_at    timestamptz not null,
	muted_until timestamptz not null
);

-- Token buckets of automatic mail, by the time at which each is full again.
create table mail_allowance (
	bucket  text        primary key,
	full_at timestamptz not null
);
