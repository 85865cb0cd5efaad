-- The rebuild of the search index that runs, or ran last: one row. Whether it still runs, its advisory lock tells.
create table search_rebuild (
	one         boolean     primary key default true check (one),
	done        bigint      not null default 0,
	total       bigint,
	started_at  timestamptz,
	finished_at timestamptz,
	-- why it failed
	reason      text
);

insert into search_rebuild default values;
