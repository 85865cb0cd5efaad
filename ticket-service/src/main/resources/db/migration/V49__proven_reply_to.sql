-- Where the requester, who was proven to be it, asked to be answered.
create table asked_answer_to (
	ticket_id bigint not null references ticket,
	address   text   not null,
	primary key (ticket_id, address)
);
