-- What open pages are told: ids and versions, no content. A change leaves a row in live_pending in its own transaction; one
-- instance at a time moves what has committed to live_event, whose ids are therefore given in the order in which they
-- appear: nobody who has read up to an id can miss a lower one.

create table live_pending (
	id           bigint  generated always as identity primary key,
	type         text    not null,
	ticket_id    bigint,
	version      bigint,
	message_id   uuid,
	-- the client who may hear of it beside staff; null for none
	requester_id uuid
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = -1);

create table live_event (
	id           bigint  generated always as identity primary key,
	type         text    not null,
	ticket_id    bigint,
	version      bigint,
	message_id   uuid,
	requester_id uuid
);

-- More changes at once than a page could follow make it read everything again.
create function live_ticket() returns trigger language plpgsql as $$
begin
	if (select count(*) > 1000 from (select from added limit 1001) counted) then
		insert into live_pending (type) values ('resync');
	elsif tg_op = 'INSERT' then
		insert into live_pending (type, ticket_id, version, requester_id)
		select 'ticket.created', id, version, requester_id from added;
	else
		-- What only moves version or activity is a note, or a message that is told of by itself.
		insert into live_pending (type, ticket_id, version, requester_id)
		select case when before.active and not t.active then 'ticket.deleted' else 'ticket.updated' end, t.id, t.version,
		       case when (t.subject, t.status, t.priority, t.waiting_on, t.assignee_id, t.tags, t.project_id, t.task_id,
		                  t.company_id, t.response_time, t.active)
		                 is distinct from
		                 (before.subject, before.status, before.priority, before.waiting_on, before.assignee_id, before.tags,
		                  before.project_id, before.task_id, before.company_id, before.response_time, before.active)
		            then t.requester_id end
		from added t join removed before using (id)
		where t.version <> before.version or t.active <> before.active;
	end if;
	return null;
end $$;

create trigger live_ticket_added after insert on ticket
	referencing new table as added
	for each statement execute function live_ticket();

create trigger live_ticket_changed after update on ticket
	referencing old table as removed new table as added
	for each statement execute function live_ticket();

-- A note is the house's own, and so is a reply while it can be taken back.
create function live_message() returns trigger language plpgsql as $$
declare
	held boolean := case tg_op when 'DELETE' then old.held_until else new.held_until end is not null;
begin
	insert into live_pending (type, ticket_id, message_id, requester_id)
	select case tg_op when 'INSERT' then 'message.created' when 'DELETE' then 'message.deleted' else 'message.updated' end,
	       t.id, coalesce(new.id, old.id),
	       case when not held and coalesce(new.kind, old.kind) <> 'NOTE' then t.requester_id end
	from ticket t where t.id = coalesce(new.ticket_id, old.ticket_id);
	return null;
end $$;

create trigger live_message_added after insert on message
	for each row execute function live_message();

create trigger live_message_removed after delete on message
	for each row execute function live_message();

create trigger live_message_sent after update on message
	for each row when (old.held_until is distinct from new.held_until) execute function live_message();
