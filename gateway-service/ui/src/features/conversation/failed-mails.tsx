import type { TicketMail } from '../../api/types';
import { announce } from '../../lib/announce';
import { t } from '../../lib/i18n';
import { mailKind } from '../../lib/mail-kind';
import { may } from '../../lib/session';
import { useMe } from '../../queries/me';
import { useMail, useRetryMail } from '../../queries/trail';
import { Button } from '../../ui/button';
import { reasonOf } from '../../ui/error-panel';
import { Notice } from '../../ui/notice';

/** What the mail server refused for good, with its own words. */
export function FailedMails({ ticket }: { ticket: number }) {
  const mail = useMail(ticket);
  return mail.data
    ?.filter(({ state }) => state === 'failed')
    .map((failed) => <FailedMail key={failed.id} ticket={ticket} mail={failed} />);
}

function FailedMail({ ticket, mail }: { ticket: number; mail: TicketMail }) {
  const retryable = may(useMe(), 'mail:manage');
  const retry = useRetryMail(ticket);
  const to = mail.to ?? '';
  return (
    <Notice
      tone="danger"
      title={t('mail.failed', { kind: mailKind(mail.kind), to })}
      actions={
        retryable && (
          <Button
            onClick={() =>
              retry.mutate(mail, { onSuccess: () => announce(t('mail.tryingAgain', { to })) })
            }
            loading={retry.isPending}
          >
            {t('mail.sendAgain')}
          </Button>
        )
      }
    >
      {mail.reason}
      {retry.error && <p>{reasonOf(retry.error)}</p>}
    </Notice>
  );
}
