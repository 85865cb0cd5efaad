import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { t } from '../lib/i18n';
import { justSent } from '../lib/just-sent';
import { href, paths } from '../lib/paths';
import { useStore } from '../lib/store';
import { Notice } from '../ui/notice';
import styles from './just-sent-notice.module.css';

/** Nobody should take the next ticket for the one that they answered, or wonder what became of their words. */
export function JustSentNotice() {
  const sent = useStore(justSent);
  const [path] = useLocation();
  return sent?.ledTo === path ? <Told {...sent} /> : null;
}

function Told({ title, ticket }: { title: string; ticket?: number }) {
  useEffect(() => () => justSent.set(null), []);
  return (
    <div className={styles.notice}>
      <Notice tone="info" title={title}>
        {ticket !== undefined && (
          <Link href={href(paths.ticket, { id: ticket })}>
            {t('composer.ledHere.back', { id: String(ticket) })}
          </Link>
        )}
      </Notice>
    </div>
  );
}
