alter table delivery
	drop constraint delivery_kind_check,
	add constraint delivery_kind_check check (kind in ('CREATED', 'STATUS_CHANGED', 'REPLY')),
	add column cc    text[] not null default '{}',
	add column files text   not null default '[]';

comment on column delivery.files is 'JSON: the attachments, as the event named them';
