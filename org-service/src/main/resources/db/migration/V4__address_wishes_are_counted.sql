alter table users add column address_asked_until timestamptz;
