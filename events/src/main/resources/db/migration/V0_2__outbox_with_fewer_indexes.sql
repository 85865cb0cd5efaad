-- Each event is written and deleted once: an index that no question of OutboxTable needs costs more than it saves.
drop index idx_outbox_record_partition_status_retry;
drop index idx_outbox_record_status;
drop index idx_outbox_record_record_key_completed_created;
