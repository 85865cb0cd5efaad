-- The version that clients are told: it grows by what they may see, while the other one counts notes, tags and assignees.
alter table ticket add column public_version bigint not null default 0;
alter table live_pending add column public_version bigint;
alter table live_event add column public_version bigint;

-- More changes at once than a page could follow make it read everything again. A client hears of a change by which the
-- version that they know has grown.
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
	end if;
	return null;
end $$;
