import type { TicketMail } from '../../api/types';
import { t } from '../../lib/i18n';
import { mailKind } from '../../lib/mail-kind';
import { useMail } from '../../queries/trail';
import { Disclosure } from '../../ui/disclosure';
import { ErrorPanel } from '../../ui/error-panel';
import { Instant } from '../../ui/time';
import styles from './trail.module.css';

/** Each mail in and out of the ticket: why it came, and what became of it. */
export function MailPanel({ ticket }: { ticket: number }) {
  const mail = useMail(ticket);
  const mails = mail.data?.toReversed() ?? [];
  return (
    <section className={styles.panel} aria-label={t('mail.title')}>
      <Disclosure summary={t('mail.summary', { count: mails.length })}>
        {mail.error && !mail.data && (
          <ErrorPanel error={mail.error} onRetry={() => mail.refetch()} />
        )}
        <ol className={styles.entries}>
          {mails.map((each) => (
            <li key={each.id}>
              {each.direction === 'in' ? <MailIn mail={each} /> : <MailOut mail={each} />}
              <span className={styles.when}>
                <Instant at={each.at} />
              </span>
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}

function MailIn({ mail }: { mail: TicketMail }) {
  return (
    <>
      <span>{t('mail.in', { from: mail.from ?? '' })}</span>
      {mail.placedBy && <span className={styles.why}>{t(`mail.placedBy.${mail.placedBy}`)}</span>}
      {mail.proof && mail.proof !== 'none' && (
        <span className={styles.why}>{t(`mail.proof.${mail.proof}`)}</span>
      )}
    </>
  );
}

function MailOut({ mail }: { mail: TicketMail }) {
  return (
    <>
      <span>{t('mail.line', { kind: mailKind(mail.kind), to: mail.to ?? '' })}</span>
      <span className={mail.state === 'failed' ? styles.bad : styles.why}>
        {t(`mail.state.${mail.state ?? 'pending'}`)}
        {mail.reason && (
          <>
            : <bdi>{mail.reason}</bdi>
          </>
        )}
      </span>
    </>
  );
}
