-- The outbox is all but empty whenever its statements are planned, and full of what was deleted whenever they run: a plan
-- that is made for an empty table would read all of that each time.
create function outbox_due(at timestamptz, partitions integer[], most integer, failed_keys_left_out boolean)
returns setof outbox_record
language sql stable set enable_seqscan = off
begin atomic
	with due as (
	  select o.record_key from outbox_record o
	  where o.status = 'NEW' and o.next_retry_at <= at and o.partition_no = any(partitions)
	  and not (failed_keys_left_out and exists (
	    select from outbox_record older where older.record_key = o.record_key and older.completed_at is null
	    and older.created_at < o.created_at))
	  order by o.next_retry_at limit most)
	select r.* from outbox_record r
	where r.record_key in (select record_key from due) and r.status = 'NEW' order by r.created_at;
end;

create procedure outbox_delete(ids text[])
language sql set enable_seqscan = off
begin atomic
	delete from outbox_record where id = any(ids);
end;
