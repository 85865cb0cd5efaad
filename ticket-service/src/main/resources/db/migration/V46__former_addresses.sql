-- Addresses that people had: they lead to them still.
create table former_address (
	address   text primary key,
	person_id uuid not null references person
);

create index former_address_by_person on former_address (person_id);

create index person_by_email on person (email);
drop index person_staff_by_email;
