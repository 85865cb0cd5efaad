-- Where the requester wants mail, if not at their own address.
alter table ticket add column answer_to text;

-- Mails that others in a ticket answer and that had not come by then.
create table awaited_mail (
	message_id text   not null,
	ticket_id  bigint not null references ticket,
	primary key (message_id, ticket_id)
);

-- The conversations to which Outlook counts the mails of a ticket.
create table outlook_thread (
	thread    text   not null,
	ticket_id bigint not null references ticket,
	primary key (thread, ticket_id)
);

-- As before; and the client whose ticket it no longer is hears of that, too.
create or replace function live_ticket() returns trigger language plpgsql as $$
begin
	if (select count(*) > 1000 from (select from added limit 1001) counted) then
		insert into live_pending (type) values ('resync');
	elsif tg_op = 'INSERT' then
		insert into live_pending (type, ticket_id, version, public_version, requester_id)
		select 'ticket.created', id, version, public_version, requester_id from added;
	else
		insert into live_pending (type, ticket_id, version, public_version, requester_id)
		select case when before.active and not t.active then 'ticket.deleted' else 'ticket.updated' end, t.id, t.version,
		       t.public_version, case when t.public_version <> before.public_version then t.requester_id end
		from added t join removed before using (id)
		where t.version <> before.version or t.active <> before.active;
		insert into live_pending (type, ticket_id, version, public_version, requester_id)
		select 'ticket.updated', t.id, t.version, t.public_version, before.requester_id
		from added t join removed before using (id)
		where t.requester_id <> before.requester_id;
	end if;
	return null;
end $$;
