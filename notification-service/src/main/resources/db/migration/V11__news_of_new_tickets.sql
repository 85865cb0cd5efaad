alter table delivery
	drop constraint delivery_kind_check,
	add constraint delivery_kind_check check (kind in ('CREATED', 'STATUS_CHANGED', 'REPLY', 'ASSIGNED',
		'CLIENT_REPLIED', 'NEW_TICKET', 'ADDRESS_PROOF', 'ADDRESS_CHANGE'));
