-- Which instance watches a mailbox, until when unless it says so again.
create table mailbox_lease (
	mailbox    text        primary key,
	holder     text        not null,
	held_until timestamptz not null
);

-- How each mailbox is, whichever instance watches it.
create table mailbox_health (
	mailbox         text        primary key,
	last_success_at timestamptz,
	-- how long the newest mail waited on the server before it was in the ledger
	lag_seconds     double precision,
	error           text,
	error_since     timestamptz
);
