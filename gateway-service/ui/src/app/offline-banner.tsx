import { t } from '../lib/i18n';
import { useOnline } from '../lib/online';
import styles from './offline-banner.module.css';

export function OfflineBanner() {
  const online = useOnline();
  return (
    <div role="status" className={styles.region}>
      {!online && <p className={styles.banner}>{t('app.offline')}</p>}
    </div>
  );
}
