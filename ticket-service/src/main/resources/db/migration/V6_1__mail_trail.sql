create index message_by_mail on message (ticket_id, sent_at, intake_id) where intake_id is not null;

alter table message
	-- how many mails a reply left in; null until then, and for what isn't mailed
	add column mails smallint;

-- What became of each mail of ours, as notification-service's events tell.
create table delivery (
	id            uuid        primary key,
	ticket_id     bigint      not null,
	-- the reply that it carried, if any
	message_id    uuid,
	kind          text        not null,
	recipient     text        not null,
	state         text        not null check (state in ('SENT', 'FAILED', 'SUPPRESSED')),
	reason        text,
	mail_id       text,
	first_told_at timestamptz not null,
	-- of the newest event: the topics have no order between them
	told_at       timestamptz not null
);

create index delivery_by_ticket on delivery (ticket_id, first_told_at, id);
create index delivery_by_message on delivery (message_id) where message_id is not null;

-- Open pages show what became of a reply; that is for staff.
create function live_delivery() returns trigger language plpgsql as $$
begin
	insert into live_pending (type, ticket_id, message_id) values ('message.updated', new.ticket_id, new.message_id);
	return null;
end $$;

create trigger live_delivery_told after insert or update on delivery
	for each row when (new.message_id is not null) execute function live_delivery();
