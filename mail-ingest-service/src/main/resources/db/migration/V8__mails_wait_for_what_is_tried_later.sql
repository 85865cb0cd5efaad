drop index intake_held;
create index intake_held on intake_entry (sender) where read_at is null and (waits_for is not null or due_at is not null);
