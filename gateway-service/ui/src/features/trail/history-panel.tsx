import { sentenceOf } from '../../lib/history';
import { t } from '../../lib/i18n';
import { useNames } from '../../queries/names';
import { useHistory } from '../../queries/trail';
import { Disclosure } from '../../ui/disclosure';
import { ErrorPanel } from '../../ui/error-panel';
import { Instant } from '../../ui/time';
import styles from './trail.module.css';

const routes = ['mail', 'web', 'api'] as const;

/** Who changed what, when, and by which route; the latest first. */
export function HistoryPanel({ ticket }: { ticket: number }) {
  const history = useHistory(ticket);
  const names = useNames(ticket);
  const entries = history.data?.toReversed() ?? [];
  return (
    <section className={styles.panel} aria-label={t('history.title')}>
      <Disclosure summary={t('history.summary', { count: entries.length })}>
        {history.error && !history.data && (
          <ErrorPanel error={history.error} onRetry={() => history.refetch()} />
        )}
        <ol className={styles.entries}>
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry keeps its number, counted from the first
            <li key={entries.length - index}>
              <span>{sentenceOf(entry, names)}</span>
              <span className={styles.when}>
                <Instant at={entry.at} /> · {routeName(entry.route)}
              </span>
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}

function routeName(route: string): string {
  const known = routes.find((each) => each === route);
  return known ? t(`history.route.${known}`) : route;
}
