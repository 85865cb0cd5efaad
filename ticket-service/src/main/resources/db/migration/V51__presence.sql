-- Who of the staff has a ticket open. It is gone in a minute, so a crash may take it.
create unlogged table presence (
	ticket_id bigint      not null,
	person_id uuid        not null,
	state     text        not null,
	until     timestamptz not null,
	primary key (ticket_id, person_id)
);
