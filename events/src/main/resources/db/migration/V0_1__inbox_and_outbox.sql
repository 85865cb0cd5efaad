create table inbox (
	consumer   varchar(255)             not null,
	event_id   varchar(255)             not null,
	handled_at timestamp with time zone not null default now(),
	primary key (consumer, event_id)
);

create index inbox_by_age on inbox (handled_at);

-- As namastack-outbox 1.6.0 ships them, under Flyway so that one tool owns the schema.
create table outbox_record
(
    id             varchar(255)             not null,
    status         varchar(20)              not null,
    record_key     varchar(255)             not null,
    record_type    varchar(255)             not null,
    payload        text                     not null,
    context        text,
    created_at     timestamp with time zone not null,
    completed_at   timestamp with time zone,
    failure_count  int                      not null,
    failure_reason varchar(1000),
    next_retry_at  timestamp with time zone not null,
    partition_no   integer                  not null,
    handler_id     varchar(1000)            not null,
    primary key (id)
);

create table outbox_instance
(
    instance_id    varchar(255) primary key,
    hostname       varchar(255)             not null,
    port           integer                  not null,
    status         varchar(50)              not null,
    started_at     timestamp with time zone not null,
    last_heartbeat timestamp with time zone not null,
    created_at     timestamp with time zone not null,
    updated_at     timestamp with time zone not null
);

create table outbox_partition
(
    partition_number integer primary key,
    instance_id      varchar(255),
    version          bigint                   not null default 0,
    updated_at       timestamp with time zone not null
);

create index idx_outbox_record_record_key_created
    on outbox_record (record_key, created_at);

create index idx_outbox_record_partition_status_retry
    on outbox_record (partition_no, status, next_retry_at);

create index idx_outbox_record_status_retry
    on outbox_record (status, next_retry_at);

create index idx_outbox_record_status
    on outbox_record (status);

create index idx_outbox_record_record_key_completed_created
    on outbox_record (record_key, completed_at, created_at);

create index idx_outbox_instance_status_heartbeat
    on outbox_instance (status, last_heartbeat);

create index idx_outbox_instance_last_heartbeat
    on outbox_instance (last_heartbeat);

create index idx_outbox_instance_status
    on outbox_instance (status);

create index idx_outbox_partition_instance_id
    on outbox_partition (instance_id);
