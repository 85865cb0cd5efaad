create extension if not exists pg_trgm;

create table company (
	id         uuid        primary key,
	name       text        not null,
	active     boolean     not null default true,
	created_at timestamptz not null,
	version    bigint      not null,
	search     text        not null generated always as (lower(name)) stored
);

create index company_by_name on company (lower(name), id);
create index company_search on company using gin (search gin_trgm_ops);

-- The primary key makes a domain lead to one company.
create table company_domain (
	domain     text primary key check (domain = lower(domain)),
	company_id uuid not null references company
);

create index company_domain_by_company on company_domain (company_id);

create table project (
	id          uuid        primary key,
	name        text        not null,
	description text        not null,
	company_id  uuid        not null references company,
	active      boolean     not null default true,
	created_at  timestamptz not null,
	version     bigint      not null,
	search      text        not null generated always as (lower(name)) stored
);

create index project_by_name on project (lower(name), id);
create index project_by_company on project (company_id);
create index project_search on project using gin (search gin_trgm_ops);

create table task (
	id          uuid        primary key,
	name        text        not null,
	description text        not null,
	project_id  uuid        not null references project,
	active      boolean     not null default true,
	created_at  timestamptz not null,
	version     bigint      not null,
	search      text        not null generated always as (lower(name)) stored
);

create index task_by_name on task (lower(name), id);
create index task_by_project on task (project_id);
create index task_search on task using gin (search gin_trgm_ops);

alter table users add company_id uuid references company;
alter table users add role text not null default 'CLIENT';
alter table users add features text[] not null default '{}';
update users set role = case when staff then 'ADMIN' else 'CLIENT' end;
alter table users drop staff;
alter table users add search text not null
	generated always as (lower(first_name || ' ' || last_name || ' ' || email)) stored;

create index users_by_company on users (company_id);
create index users_search on users using gin (search gin_trgm_ops);

-- Apart from the user, since what Keycloak does with it is no change of the user's version.
create table account (
	user_id     uuid        primary key references users,
	state       text        not null,
	reason      text,
	-- Keycloak's id of it
	login_id    text,
	invited     boolean     not null default false,
	-- grows with each wish: an answer of Keycloak's to an older one is not the last word
	wish        bigint      not null default 0,
	settled_at  timestamptz
);
