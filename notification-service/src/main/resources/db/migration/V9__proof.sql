-- Of tickets that mails raised: whether they are by whom those mails say. Once proven, a ticket stays so.
create table ticket_standing (
	ticket_id bigint primary key,
	standing  text   not null check (standing in ('PROVEN', 'UNPROVEN', 'FAILED', 'SPAM'))
);

-- Those that were answered in their own words before.
insert into ticket_standing (ticket_id, standing)
select distinct ticket_id, 'PROVEN' from delivery where kind = 'CREATED';

-- Whose owner has written to us for certain.
create table known_address (
	address  text        primary key,
	known_at timestamptz not null
);
