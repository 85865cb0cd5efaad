-- Counts that are kept up in the transaction of each change, so that a dashboard costs the same at any number of tickets.
-- A change appends what it adds and takes away to dashboard_delta, where no two transactions touch the same row. Now and
-- then the deltas are folded into the other tables, which nothing else writes; a reader adds up both in one snapshot.
--
-- A company or project of all zeros is "none", one of all ones (f…f) is "all": each fold writes (company, project),
-- (company, all), (all, project) and (all, all), so that every filter finds its sums ready.
-- A quarter is a quarter of an hour, counted since 1970 in UTC: days of every time zone begin at one.

create table dashboard_delta (
	company uuid     not null,
	project uuid     not null,
	fact    text     not null check (fact in ('open', 'received', 'closed', 'replied')),
	quarter int      not null,
	bucket  smallint not null,
	n       int      not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = -1);

-- Tickets that are open now.
create table dashboard_open (
	company          uuid not null,
	project          uuid not null,
	high             int  not null,
	mid              int  not null,
	low              int  not null,
	waiting_on_staff int  not null,
	unassigned       int  not null,
	open             int  not null generated always as (high + mid + low) stored,
	primary key (company, project)
);

create index dashboard_open_by_company on dashboard_open (project, open desc);
create index dashboard_open_by_project on dashboard_open (company, open desc);

-- The same by the quarter of their request, for their age.
create table dashboard_age (
	company uuid not null,
	project uuid not null,
	quarter int  not null,
	open    int  not null,
	primary key (company, project, quarter)
);

create index dashboard_age_gone on dashboard_age (open) where open = 0;

-- What happened on a day in UTC. A cell is quarter of the day << 11 | fact << 9 | bucket, with fact 0 received, 1 closed
-- and 2 replied, and the bucket of dashboard_bucket; counts has one entry for each of cells, which ascend.
create table dashboard_day (
	company uuid   not null,
	project uuid   not null,
	day     int    not null,
	cells   int[]  not null,
	counts  int[]  not null,
	primary key (company, project, day)
);

-- Stable and not immutable, as date_part is: else PostgreSQL would call them rather than inline them, at ten times the cost.
create function dashboard_quarter(at timestamptz) returns int
	language sql stable parallel safe
	return floor(least(greatest(date_part('epoch', at), 0), 253402300799) / 900)::int;

create function dashboard_seconds(began timestamptz, ended timestamptz) returns bigint
	language sql stable parallel safe
	return floor(least(greatest(date_part('epoch', ended) - date_part('epoch', began), 0), 34359738367))::bigint;

-- 0 to 31 are seconds; from there each power of two has 16 buckets, which makes their middles right to 3.2 %. Integers
-- only: what was added must be taken away from the same bucket on every machine.
create function dashboard_bucket(seconds bigint) returns int
	language sql immutable parallel safe
	return case when seconds < 32 then seconds
		else (length(to_bin(seconds)) - 5) * 16 + (seconds >> (length(to_bin(seconds)) - 5)) end::int;

-- All that one ticket adds to the counts. The bucket of 'open' is priority << 2 | waiting on staff << 1 | unassigned.
create function dashboard_facts(active boolean, status text, priority text, waiting_on text, assignee uuid,
		company_id uuid, project_id uuid, requested timestamptz, closed timestamptz, replied timestamptz)
	returns table (company uuid, project uuid, fact text, quarter int, bucket int)
	language sql stable parallel safe as $$
	select coalesce(company_id, '00000000-0000-0000-0000-000000000000'),
	       coalesce(project_id, '00000000-0000-0000-0000-000000000000'), f.fact, dashboard_quarter(f.at),
	       coalesce(f.state, dashboard_bucket(f.seconds))
	from (values
		('open', case when status = 'OPEN' then requested end,
		 case priority when 'HIGH' then 0 when 'MID' then 4 else 8 end
		 + case waiting_on when 'STAFF' then 2 else 0 end
		 + case when assignee is null then 1 else 0 end, null),
		('received', requested, 0, null),
		('closed', case when status = 'CLOSED' then closed end, null, dashboard_seconds(requested, closed)),
		('replied', replied, null, dashboard_seconds(requested, replied))
	) f (fact, at, state, seconds)
	where active and f.at is not null
	$$;

create function dashboard_keep_up() returns trigger language plpgsql as $$
begin
	case tg_op
		when 'INSERT' then
			insert into dashboard_delta
			select f.company, f.project, f.fact, f.quarter, f.bucket, count(*)
			from added t, dashboard_facts(t.active, t.status, t.priority, t.waiting_on, t.assignee_id, t.company_id,
					t.project_id, t.request_time, t.response_time, t.first_reply_at) f
			group by f.company, f.project, f.fact, f.quarter, f.bucket;
		when 'DELETE' then
			insert into dashboard_delta
			select f.company, f.project, f.fact, f.quarter, f.bucket, -count(*)
			from removed t, dashboard_facts(t.active, t.status, t.priority, t.waiting_on, t.assignee_id, t.company_id,
					t.project_id, t.request_time, t.response_time, t.first_reply_at) f
			group by f.company, f.project, f.fact, f.quarter, f.bucket;
		else
			insert into dashboard_delta
			select f.company, f.project, f.fact, f.quarter, f.bucket, sum(t.sign)
			from (select -1 as sign, * from removed union all select 1, * from added) t,
				dashboard_facts(t.active, t.status, t.priority, t.waiting_on, t.assignee_id, t.company_id,
					t.project_id, t.request_time, t.response_time, t.first_reply_at) f
			group by f.company, f.project, f.fact, f.quarter, f.bucket
			having sum(t.sign) <> 0;
	end case;
	return null;
end $$;

create trigger dashboard_keep_up_added after insert on ticket
	referencing new table as added
	for each statement execute function dashboard_keep_up();

create trigger dashboard_keep_up_removed after delete on ticket
	referencing old table as removed
	for each statement execute function dashboard_keep_up();

create trigger dashboard_keep_up_changed after update on ticket
	referencing old table as removed new table as added
	for each statement execute function dashboard_keep_up();

-- The triggers lock out writers until this commits, so that no ticket is left out or counted twice.
insert into dashboard_delta
select f.company, f.project, f.fact, f.quarter, f.bucket, count(*)
from ticket t, dashboard_facts(t.active, t.status, t.priority, t.waiting_on, t.assignee_id, t.company_id, t.project_id,
		t.request_time, t.response_time, t.first_reply_at) f
group by f.company, f.project, f.fact, f.quarter, f.bucket;
