import { type FormEvent, useEffect, useRef, useState } from 'react';
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
import { TextField } from '../../ui/text-field';
import styles from './failed-mails.module.css';

interface FailedMailsProps {
  ticket: number;
  /** One of them is on its way again, and its notice gone with the button that had the focus. */
  onGone: () => void;
}

/** What the mail server refused for good, with its own words. */
export function FailedMails({ ticket, onGone }: FailedMailsProps) {
  const mail = useMail(ticket);
  return mail.data
    ?.filter(({ state }) => state === 'failed')
    .map((failed) => <FailedMail key={failed.id} ticket={ticket} mail={failed} onGone={onGone} />);
}

function FailedMail({ ticket, mail, onGone }: FailedMailsProps & { mail: TicketMail }) {
  const retryable = may(useMe(), 'mail:manage');
  const [editing, setEditing] = useState(false);
  const retry = useRetryMail(ticket);
  const to = mail.to ?? '';
  const send = (other?: string) =>
    retry.mutate(
      { id: mail.id, to: other },
      {
        onSuccess: () => {
          announce(other ? t('mail.tryingAt', { to: other }) : t('mail.tryingAgain', { to }));
          onGone();
        },
      },
    );
  return (
    <Notice
      tone="danger"
      title={t('mail.failed', { kind: mailKind(mail.kind), to })}
      actions={
        retryable &&
        !editing && (
          <>
            <Button onClick={() => send()} loading={retry.isPending}>
              {t('mail.sendAgain')}
            </Button>
            {toClient.has(mail.kind ?? '') && (
              <Button tone="quiet" onClick={() => setEditing(true)} disabled={retry.isPending}>
                {t('mail.editAddress')}
              </Button>
            )}
          </>
        )
      }
    >
      {mail.reason}
      {editing && (
        <OtherAddress
          address={to}
          onSend={send}
          sending={retry.isPending}
          onCancel={() => setEditing(false)}
        />
      )}
      {retry.error && <p>{reasonOf(retry.error)}</p>}
    </Notice>
  );
}

const toClient = new Set(['created', 'status-changed', 'reply']);

interface OtherAddressProps {
  address: string;
  onSend: (to: string) => void;
  sending: boolean;
  onCancel: () => void;
}

function OtherAddress({ address, onSend, sending, onCancel }: OtherAddressProps) {
  const [typed, setTyped] = useState(address);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const to = typed.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to) {
      onSend(to);
    }
  };
  return (
    <form noValidate className={styles.other} onSubmit={submit} aria-label={t('mail.editAddress')}>
      <TextField
        label={t('mail.otherAddress')}
        value={typed}
        onChange={setTyped}
        type="email"
        maxLength={254}
        ref={field}
      />
      <Button type="submit" loading={sending} disabled={!to}>
        {t('mail.sendThere')}
      </Button>
      <Button tone="quiet" onClick={onCancel} disabled={sending}>
        {t('app.cancel')}
      </Button>
      <p className={styles.hint}>{t('mail.onlyThis')}</p>
    </form>
  );
}
