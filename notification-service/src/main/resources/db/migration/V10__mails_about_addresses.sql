alter table delivery
	drop constraint delivery_kind_check,
	add constraint delivery_kind_check check (kind in ('CREATED', 'STATUS_CHANGED', 'REPLY', 'ASSIGNED',
		'CLIENT_REPLIED', 'ADDRESS_PROOF', 'ADDRESS_CHANGE'));

comment on column delivery.ticket_id is '0 where the mail is about none';
comment on column delivery.message is 'The reply that it carries, or the wish for an address that it is about';
