-- Mails that are in the ledger, and still in the folder that they came to: known, and not fetched again.
create table mailbox_left (
	mailbox      text        not null,
	host         text        not null,
	folder       text        not null,
	uid_validity bigint      not null,
	uid          bigint      not null,
	state        text        not null check (state in ('TAKEN', 'COPYING', 'COPIED', 'ASIDE')),
	-- the least UID that a copy in the folder of processed mails can have
	copied_from  bigint      not null,
	-- when it is to be fetched again, where only its beginning could be
	again_at     timestamptz not null,
	primary key (mailbox, host, folder, uid_validity, uid)
);

-- Mail is taken, but not all is as it should be.
alter table mailbox_health add degraded boolean not null default false;
