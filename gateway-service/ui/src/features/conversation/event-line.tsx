import type { HistoryEntry, TicketMail } from '../../api/types';
import { dateTime } from '../../lib/format';
import { type Names, sentenceOf } from '../../lib/history';
import { t } from '../../lib/i18n';
import { mailKind } from '../../lib/mail-kind';
import { Age } from '../../ui/time';
import styles from './event-line.module.css';

/** A change, between the messages. */
export function ChangeLine({ entry, names }: { entry: HistoryEntry; names: Names }) {
  return (
    <p className={styles.line}>
      <span>{sentenceOf(entry, names)}</span> · <Age at={entry.at} />
    </p>
  );
}

/** A mail that we sent by ourselves: staff see that it went, and what became of it. */
export function MailLine({ mail }: { mail: TicketMail }) {
  return (
    <p className={styles.line} title={dateTime(mail.at)}>
      <span>{t('mail.line', { kind: mailKind(mail.kind), to: mail.to ?? '' })}</span> ·{' '}
      {t(`mail.state.${mail.state ?? 'pending'}`)}
      {mail.reason && (
        <>
          : <bdi>{mail.reason}</bdi>
        </>
      )}{' '}
      · <Age at={mail.at} />
    </p>
  );
}
