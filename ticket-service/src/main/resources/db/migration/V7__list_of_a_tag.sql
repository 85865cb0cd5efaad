-- Lists of a tag, by request time: an index over an array knows no order, so that the newest tickets were walked through
-- until enough of them had the tag. Triggers keep it up; what copies tickets past them copies their tags as well.
alter table ticket add constraint ticket_requested unique (id, request_time);

create table ticket_tag (
	-- folded: "VPN" and "vpn" are one tag
	tag          text        not null,
	request_time timestamptz not null,
	ticket_id    bigint      not null,
	primary key (tag, request_time, ticket_id),
	-- Both columns: from this alone the planner knows that a join over them finds a ticket for each row.
	foreign key (ticket_id, request_time) references ticket (id, request_time) on update cascade on delete cascade
);

create index ticket_tag_ticket on ticket_tag (ticket_id);

-- What a tag is found by, here and in a query.
create function tag_folded(tag text) returns text
	language sql immutable strict parallel safe
	return lower(tag collate pg_c_utf8);

create function ticket_tag_keep_up() returns trigger language plpgsql as $$
begin
	if tg_op = 'UPDATE' then
		delete from ticket_tag where ticket_id = new.id;
	end if;
	insert into ticket_tag
	select distinct tag_folded(tag), new.request_time, new.id from unnest(new.tags) tag;
	return null;
end $$;

create trigger ticket_tag_keep_up_added after insert on ticket
	for each row when (new.tags <> '{}') execute function ticket_tag_keep_up();

create trigger ticket_tag_keep_up_changed after update of tags on ticket
	for each row when (old.tags is distinct from new.tags) execute function ticket_tag_keep_up();

-- The triggers lock out writers until this commits, so that no ticket is left out.
insert into ticket_tag
select distinct tag_folded(tag), t.request_time, t.id from ticket t, unnest(t.tags) tag;

drop index ticket_by_tag;
