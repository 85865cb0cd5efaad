alter table message
	-- all that the mail says, where its author wrote only a part of it: the rest is quoted history or a signature
	add column whole_body     text,
	-- of the mail that brought it: its entry in the intake ledger, its Message-ID, and why it came to this ticket
	add column intake_id      uuid,
	add column mail_id        text,
	add column classification text,
	add column placed_by      text;

alter table attachment
	-- by which the message's HTML shows it; null for what is not shown there
	add column content_id text;

-- Addresses that a mail or a reply was copied to. Who wrote in a ticket has a part in it without a row here.
create table participant (
	ticket_id bigint not null references ticket,
	address   text   not null,
	primary key (ticket_id, address)
);
