import type { Message } from '../../api/types';
import { t } from '../../lib/i18n';
import { addressOf, useSource } from '../../queries/messages';
import { Dialog } from '../../ui/dialog';
import { ErrorPanel } from '../../ui/error-panel';
import { SkeletonRows } from '../../ui/skeleton';
import styles from './mail-source.module.css';

/** More than anybody reads; the download has all. */
const most = 200_000;

interface MailSourceProps {
  ticket: number;
  message: Message;
  onClose: () => void;
}

/** The mail as it came, as text. */
export function MailSource({ ticket, message, onClose }: MailSourceProps) {
  const source = useSource(ticket, message.id);
  return (
    <Dialog title={t('messages.source')} size="large" onClose={onClose}>
      {source.data !== undefined ? (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <pre className={styles.source} tabIndex={0} dir="ltr">
            {source.data.slice(0, most)}
          </pre>
          {source.data.length > most && <p>{t('messages.source.cut')}</p>}
        </>
      ) : source.error ? (
        <ErrorPanel error={source.error} onRetry={() => source.refetch()} />
      ) : (
        <SkeletonRows label={t('messages.loading')} rows={1} height={240} />
      )}
      <p>
        <a href={addressOf.source(ticket, message.id)} download>
          {t('messages.downloadMail')}
        </a>
      </p>
    </Dialog>
  );
}
