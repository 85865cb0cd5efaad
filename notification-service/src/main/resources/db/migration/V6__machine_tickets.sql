-- In which no person has written yet.
create table machine_ticket (
	ticket_id bigint primary key
);
