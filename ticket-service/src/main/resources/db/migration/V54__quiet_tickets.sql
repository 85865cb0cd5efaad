alter table ticket
	-- staff raised it without a confirmation, and its requester has not heard of it since
	add column quiet boolean not null default false;
