package io.frontdesk.events.sending;

import static io.frontdesk.events.transaction.Columns.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.namastack.outbox.JdbcOutboxRecordEntity;
import io.namastack.outbox.JdbcOutboxRecordEntityMapper;
import io.namastack.outbox.JdbcOutboxRecordRepository;
import io.namastack.outbox.JdbcTableNameResolver;
import io.namastack.outbox.OutboxRecord;
import io.namastack.outbox.OutboxRecordStatus;

import io.frontdesk.events.transaction.AtCommit;

/**
 * Asks the database once a batch, and not once an event; and not at all while nothing was written here, but for a look
 * now and then. The library's own repository asks at every poll, with a parameter for each of 256 partitions, then for
 * each key, and deletes each event in a transaction of its own.
 */
class OutboxTable extends JdbcOutboxRecordRepository implements DisposableBean {

	/** How long an event waits that another instance wrote, or that is to be tried again. */
	private static final Duration LOOK = Duration.ofMillis(100);

	private final JdbcClient jdbc;

	private final JdbcOutboxRecordEntityMapper mapper;

	private final Clock clock;

	private final AtomicBoolean written = new AtomicBoolean(true);

	private final AtCommit<JdbcOutboxRecordEntity> unwritten = new AtCommit<>(this::insert,
			() -> this.written.set(true));

	private final Map<String, List<OutboxRecord<?>>> batch = new ConcurrentHashMap<>();

	private final Set<String> sent = ConcurrentHashMap.newKeySet();

	private volatile long lookedAt = System.nanoTime();

	OutboxTable(JdbcClient jdbc, TransactionTemplate transaction, JdbcOutboxRecordEntityMapper mapper, Clock clock,
			JdbcTableNameResolver names) {
		super(jdbc, transaction, mapper, clock, names);
		this.jdbc = jdbc;
		this.mapper = mapper;
		this.clock = clock;
	}

	/** A new one is written with the transaction's others, just before the commit. */
	@Override
	public <T> OutboxRecord<T> save(OutboxRecord<T> record) {
		if (record.getFailureCount() == 0 && record.getStatus() == OutboxRecordStatus.NEW
				&& TransactionSynchronizationManager.isSynchronizationActive()) {
			this.unwritten.add(this.mapper.map(record));
			return record;
		}
		return super.save(record);
	}

	private void insert(List<JdbcOutboxRecordEntity> records) {
		this.jdbc.sql("""
				insert into outbox_record (id, status, record_key, record_type, payload, context, partition_no,
				                           created_at, failure_count, next_retry_at, handler_id)
				select id, 'NEW', key, type, payload, context, partition, created_at, 0, next_retry_at, handler
				from unnest(:ids, :keys, :types, :payloads, :contexts, :partitions::int[],
				            :createdAts::timestamptz[], :nextRetryAts::timestamptz[], :handlers)
				       as record (id, key, type, payload, context, partition, created_at, next_retry_at, handler)
				""")
				.param("ids", column(records, JdbcOutboxRecordEntity::getId))
				.param("keys", column(records, JdbcOutboxRecordEntity::getRecordKey))
				.param("types", column(records, JdbcOutboxRecordEntity::getRecordType))
				.param("payloads", column(records, JdbcOutboxRecordEntity::getPayload))
				.param("contexts", column(records, JdbcOutboxRecordEntity::getContext))
				.param("partitions", column(records, JdbcOutboxRecordEntity::getPartitionNo))
				.param("createdAts", column(records, JdbcOutboxRecordEntity::getCreatedAt))
				.param("nextRetryAts", column(records, JdbcOutboxRecordEntity::getNextRetryAt))
				.param("handlers", column(records, JdbcOutboxRecordEntity::getHandlerId))
				.update();
	}

	/** What was sent is deleted before anything is read, so that no poll finds it again. */
	@Override
	public List<String> findRecordKeysInPartitions(Set<Integer> partitions, OutboxRecordStatus status, int limit,
			boolean isFailedKeyLeftOut) {
		forgetSent();
		var now = System.nanoTime();
		if (!this.written.getAndSet(false) && now - this.lookedAt < LOOK.toNanos()) {
			return List.of();
		}
		this.lookedAt = now;
		var found = new LinkedHashMap<String, List<OutboxRecord<?>>>();
		read(partitions, limit, isFailedKeyLeftOut)
				.forEach(record -> found.computeIfAbsent(record.getKey(), _ -> new ArrayList<>()).add(record));
		if (found.size() == limit) {
			this.written.set(true);
		}
		this.batch.clear();
		this.batch.putAll(found);
		return List.copyOf(found.keySet());
	}

	private List<OutboxRecord<?>> read(Set<Integer> partitions, int limit, boolean isFailedKeyLeftOut) {
		return this.jdbc.sql("select * from outbox_due(?, ?, ?, ?)")
				.params(utc(this.clock.instant()), partitions.toArray(Integer[]::new), limit, isFailedKeyLeftOut)
				.<OutboxRecord<?>>query((row, _) -> this.mapper.map(entity(row)))
				.list();
	}

	/** Those that came with their key. */
	@Override
	public List<OutboxRecord<?>> findIncompleteRecordsByRecordKey(String key) {
		var read = this.batch.remove(key);
		return (read != null) ? read : super.findIncompleteRecordsByRecordKey(key);
	}

	/** A crash before the next poll sends it again, with the same id. */
	@Override
	public void deleteById(String id) {
		this.sent.add(id);
	}

	private void forgetSent() {
		var ids = this.sent.toArray(String[]::new);
		if (ids.length > 0) {
			this.jdbc.sql("call outbox_delete(?)").param(ids).update();
			List.of(ids).forEach(this.sent::remove);
		}
	}

	@Override
	public void destroy() {
		forgetSent();
	}

	/** Of a record that is still to be sent, which was completed at no time. */
	private static JdbcOutboxRecordEntity entity(ResultSet row) throws SQLException {
		return new JdbcOutboxRecordEntity(row.getString("id"), OutboxRecordStatus.valueOf(row.getString("status")),
				row.getString("record_key"), row.getString("record_type"), row.getString("payload"),
				row.getString("context"), row.getInt("partition_no"), instant(row, "created_at"),
				null, row.getInt("failure_count"), row.getString("failure_reason"), instant(row, "next_retry_at"),
				row.getString("handler_id"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
