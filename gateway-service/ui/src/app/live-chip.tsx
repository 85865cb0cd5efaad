import { timeOf } from '../lib/format';
import { t } from '../lib/i18n';
import { lastHeard } from '../lib/last-heard';
import { liveness } from '../lib/live/follow';
import { useNow } from '../lib/now';
import { useOnline } from '../lib/online';
import { useStore } from '../lib/store';
import styles from './live-chip.module.css';

/** After so long without an answer, data counts as old though the browser believes in its network. */
const old = 60_000;

/** Whether what is shown is kept as it is at the server. Says nothing for those for whom nothing is. */
export function LiveChip() {
  const state = useLiveState();
  return (
    <div role="status" className={styles.region} data-state={state}>
      {state !== 'off' && (
        <span className={styles.chip}>
          <span aria-hidden="true" className={styles.glyph} />
          <span className={styles.words}>{words[state]()}</span>
        </span>
      )}
    </div>
  );
}

const words = {
  live: () => t('live.on'),
  gone: () => t('live.reconnecting'),
  offline: () => t('live.offline', { time: timeOf(lastHeard()) }),
};

function useLiveState(): keyof typeof words | 'off' {
  const state = useStore(liveness);
  const online = useOnline();
  const now = useNow();
  if (state === 'off') {
    return state;
  }
  return online && (state === 'live' || now - lastHeard() < old) ? state : 'offline';
}
