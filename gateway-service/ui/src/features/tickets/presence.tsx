import { listOf } from '../../lib/format';
import { t } from '../../lib/i18n';
import { nameOf } from '../../lib/person';
import { usePresentAt } from '../../queries/presence';
import { EyeIcon, PenIcon } from '../../ui/icons';
import styles from './presence.module.css';

/** Who else reads or answers a ticket now. */
export function WhoIsHere({ ticket }: { ticket: number }) {
  const { replying, viewing } = useOthers(ticket);
  return (
    <p role="status" className={styles.here}>
      {replying && (
        <span className={styles.replying}>
          <PenIcon /> {replying}
        </span>
      )}
      {viewing && (
        <span>
          <EyeIcon /> {viewing}
        </span>
      )}
    </p>
  );
}

/** The same where there is little room: who answers, or else who reads. */
export function PresenceMark({ ticket }: { ticket: number }) {
  const { replying, viewing } = useOthers(ticket);
  if (!replying && !viewing) {
    return null;
  }
  return (
    <span className={replying ? styles.replying : styles.viewing}>
      {replying ? <PenIcon /> : <EyeIcon />} {replying || viewing}
    </span>
  );
}

function useOthers(ticket: number): { replying: string; viewing: string } {
  const others = usePresentAt(ticket);
  const names = (state: 'replying' | 'viewing') =>
    others.filter((each) => each.state === state).map(({ person }) => nameOf(person));
  return {
    replying: sentence('presence.replying', names('replying')),
    viewing: sentence('presence.viewing', names('viewing')),
  };
}

function sentence(key: 'presence.replying' | 'presence.viewing', names: string[]): string {
  return names.length > 0 ? t(key, { count: names.length, names: listOf(names) }) : '';
}
