import type { Person } from '../../api/types';
import { t } from '../../lib/i18n';
import { nameOf } from '../../lib/person';
import styles from './ticket-list.module.css';

/** With the word and the address, so that nobody passes for staff by a name. */
export function RequesterLines({ requester }: { requester: Person }) {
  const name = nameOf(requester);
  return (
    <>
      <div className={styles.one}>
        <bdi>{name}</bdi>
      </div>
      <div className={`${styles.second} ${styles.whole}`}>
        {t('role.client')}
        {name !== requester.email && (
          <>
            {' · '}
            <bdi>{requester.email}</bdi>
          </>
        )}
        {requester.company && (
          <>
            {' · '}
            <bdi>{requester.company.name}</bdi>
          </>
        )}
      </div>
    </>
  );
}
