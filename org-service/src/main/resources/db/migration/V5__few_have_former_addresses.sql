-- Whoever has none would be in the index all the same, and each that is new in its list of what is to be put in yet.
drop index users_former_addresses;

create index users_former_addresses on users using gin (former_addresses) with (fastupdate = off)
where cardinality(former_addresses) > 0;
