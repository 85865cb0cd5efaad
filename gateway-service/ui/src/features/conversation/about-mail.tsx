import type { TicketMail } from '../../api/types';
import { t } from '../../lib/i18n';
import { href, paths } from '../../lib/paths';
import { Dialog } from '../../ui/dialog';
import { Instant } from '../../ui/time';
import styles from './about-mail.module.css';

/** Why a mail is in this ticket, and what is known of who sent it. */
export function AboutMail({ mail, onClose }: { mail: TicketMail; onClose: () => void }) {
  return (
    <Dialog title={t('messages.whyHere')} onClose={onClose}>
      {mail.placedBy && <p>{t(`mail.placedBy.${mail.placedBy}`)}</p>}
      {mail.possibleFollowUpOf !== null && (
        <p>
          <a href={href(paths.ticket, { id: mail.possibleFollowUpOf })}>
            {t('ticket.title', { id: String(mail.possibleFollowUpOf) })}
          </a>
        </p>
      )}
      {mail.proof && <p>{t(`mail.proof.${mail.proof}`)}</p>}
      {mail.classification && mail.classification !== 'person' && (
        <p>{t(`mail.classification.${mail.classification}`)}</p>
      )}
      <dl className={styles.facts}>
        <dt>{t('mail.from')}</dt>
        <dd dir="ltr">{mail.from}</dd>
        <dt>{t('ticket.received')}</dt>
        <dd>
          <Instant at={mail.at} />
        </dd>
        {mail.messageId && (
          <>
            <dt>Message-ID</dt>
            <dd dir="ltr">{mail.messageId}</dd>
          </>
        )}
      </dl>
    </Dialog>
  );
}
