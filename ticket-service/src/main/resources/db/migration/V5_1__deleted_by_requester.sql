-- Live and deleted tickets have their own indexes; without this one, each new user cost a look at all tickets.
create index ticket_deleted_by_requester on ticket (requester_id) where not active;
