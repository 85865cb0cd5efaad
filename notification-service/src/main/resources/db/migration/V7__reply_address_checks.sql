-- A mail to ourselves that shows whether answers to our reply addresses arrive.
create table reply_address_check (
	number     bigint      primary key,
	address    text        not null,
	message_id text        not null,
	begun_at   timestamptz not null,
	arrived_at timestamptz,
	refusal    text
);

create index reply_address_check_by_time on reply_address_check (begun_at desc);
