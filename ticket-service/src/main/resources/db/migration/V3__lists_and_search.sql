create extension if not exists pg_trgm;

-- Lists. Conventions: each sort has one index over all live tickets; what narrows a list has one by request time; the
-- sorts that a queue of open tickets is worked by have a partial one, which stays small however many were closed.
alter table ticket
	add column priority_rank smallint not null
		generated always as (case priority when 'HIGH' then 3 when 'MID' then 2 else 1 end) stored;

create index ticket_by_last_activity on ticket (last_activity, id) where active;
create index ticket_by_response_time on ticket (response_time, id) where active and status = 'CLOSED';
-- The last two are not to sort by: what they leave out need not be read.
create index ticket_by_waiting on ticket (waiting_on, request_time, id, status, priority_rank) where active;
create index ticket_by_priority on ticket (priority_rank, request_time, id) where active;
create index ticket_open_by_last_activity on ticket (last_activity, id) where active and status = 'OPEN';
create index ticket_open_by_priority on ticket (priority_rank, request_time, id) where active and status = 'OPEN';

create index ticket_by_assignee on ticket (assignee_id, request_time, id) where active and assignee_id is not null;
create index ticket_by_company on ticket (company_id, request_time, id) where active and company_id is not null;
create index ticket_by_project on ticket (project_id, request_time, id) where active and project_id is not null;
create index ticket_by_task on ticket (task_id, request_time, id) where active and task_id is not null;
create index ticket_open_by_assignee on ticket (assignee_id, request_time, id) where active and status = 'OPEN';
create index ticket_unassigned on ticket (request_time, id) where active and status = 'OPEN' and assignee_id is null;
create index ticket_deleted on ticket (request_time, id) where not active;
create index ticket_by_tag on ticket using gin (tags);

-- These go together: the planner would expect as many closed tickets as open ones to wait for staff.
create statistics ticket_state (mcv) on status, waiting_on, priority_rank, active from ticket;

-- Search. One row a ticket; SearchIndex says what its words are.
create sequence ticket_search_place;

create table ticket_search (
	ticket_id bigint   primary key references ticket,
	-- in the order of arrival: the newest tickets are looked through first
	place     bigint   not null,
	words     tsvector not null
) with (toast_tuple_target = 128);

-- A short pending list: each search reads all of it.
create index ticket_search_words on ticket_search using gin (words) with (gin_pending_list_limit = 512);

-- As io.frontdesk.ticket.search.Words folds, but for marks of other scripts, which names rarely have.
create function search_name(name text) returns text
	language sql immutable strict parallel safe
	return ' ' || regexp_replace(lower(regexp_replace(normalize(
			replace(replace(replace(replace(name, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'Æ', 'ae') collate pg_c_utf8, NFKD),
			'[\u0300-\u036f]', '', 'g') collate pg_c_utf8), '[^[:alnum:]]+', ' ', 'g') || ' ';

alter table person
	add column names text not null
		generated always as (search_name(first_name || ' ' || last_name || ' ' || email)) stored;
alter table company add column names text not null generated always as (search_name(name)) stored;
alter table project add column names text not null generated always as (search_name(name)) stored;
alter table task add column names text not null generated always as (search_name(name)) stored;

create index person_names on person using gin (names gin_trgm_ops);
create index company_names on company using gin (names gin_trgm_ops);
create index project_names on project using gin (names gin_trgm_ops);
create index task_names on task using gin (names gin_trgm_ops);

-- Names that are spelled like this one: "smiht" finds Smith.
create function search_like(word text) returns table (kind text, id uuid, likeness real)
	language sql stable parallel safe set pg_trgm.word_similarity_threshold = 0.45 as $$
	(select 'requester', id, word_similarity(word, names) from person where word <% names order by 3 desc limit 50)
	union all
	(select 'company', id, word_similarity(word, names) from company where word <% names order by 3 desc limit 50)
	union all
	(select 'project', id, word_similarity(word, names) from project where word <% names order by 3 desc limit 50)
	union all
	(select 'task', id, word_similarity(word, names) from task where word <% names order by 3 desc limit 50)
	$$;
