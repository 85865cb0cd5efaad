-- A version is given once, so that a draft that was sent or thrown away is never taken for the one begun after it.
create sequence draft_version;

-- What somebody is writing about a ticket and has not sent: one of each kind.
create table draft (
	ticket_id       bigint      not null references ticket,
	author_id       uuid        not null references person,
	kind            text        not null check (kind in ('REPLY', 'NOTE')),
	version         bigint      not null default nextval('draft_version'),
	body            text        not null,
	-- whom its author was shown as the recipient
	recipient       text,
	cc              text[]      not null,
	seen_through    uuid,
	-- that it will be sent with
	idempotency_key text        not null,
	saved_at        timestamptz not null,
	primary key (ticket_id, author_id, kind)
);

create index draft_by_author on draft (author_id);

-- Uploads that are kept as long as a draft has them.
create table draft_file (
	ticket_id     bigint not null,
	author_id     uuid   not null,
	kind          text   not null,
	attachment_id uuid   not null references attachment,
	position      bigint not null,
	primary key (ticket_id, author_id, kind, attachment_id),
	foreign key (ticket_id, author_id, kind) references draft on delete cascade
);

create index draft_file_by_attachment on draft_file (attachment_id);

-- Nobody writes about a deleted ticket, and who was deactivated writes nothing: whichever way it came about.
create function draft_of_deleted_ticket() returns trigger language plpgsql as $$
begin
	delete from draft where ticket_id = new.id;
	return null;
end $$;

create trigger draft_of_deleted_ticket after update on ticket
	for each row when (old.active and not new.active) execute function draft_of_deleted_ticket();

create function draft_of_deactivated_person() returns trigger language plpgsql as $$
begin
	delete from draft where author_id = new.id;
	return null;
end $$;

create trigger draft_of_deactivated_person after update on person
	for each row when (old.active and not new.active) execute function draft_of_deactivated_person();

-- What a key made in a ticket that was there before; gone once it was taken back.
alter table idempotency_key add column message_id uuid;
