alter table message
	-- a held message that was to close its ticket, and did not: the client wrote meanwhile
	add column kept_open boolean not null default false;
