-- Only what was changed; the others come with the program.
create table template (
	kind       text        not null,
	locale     text        not null,
	subject    text        not null,
	text       text        not null,
	changed_at timestamptz not null,
	changed_by text        not null,
	primary key (kind, locale)
);
