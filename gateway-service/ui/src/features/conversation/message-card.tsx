import { type ReactNode, useId, useState } from 'react';
import type { Delivery, Message, TicketMail } from '../../api/types';
import { t } from '../../lib/i18n';
import { nameAndAddressOf, nameOf } from '../../lib/person';
import { addressOf } from '../../queries/messages';
import { Chip } from '../../ui/chip';
import { Hint } from '../../ui/hint';
import { LockIcon, ReplyIcon } from '../../ui/icons';
import { Age } from '../../ui/time';
import { anchorOf } from './anchor';
import { Attachments } from './attachments';
import { MessageBody } from './message-body';
import styles from './message-card.module.css';
import { MessageMenu } from './message-menu';

interface MessageCardProps {
  ticket: number;
  message: Message;
  /** The mail that brought it, as far as the reader may know of it. */
  mail?: TicketMail;
  /** Where a message that can still be taken back says so. */
  held?: ReactNode;
}

/** Three kinds that cannot be mistaken for one another, not even without colour. */
export function MessageCard({ ticket, message, mail, held }: MessageCardProps) {
  const heading = useId();
  const name = t(`messages.${message.kind}`, { name: authorOf(message) });
  const [broken, setBroken] = useState<string[]>([]);
  const files = message.attachments.filter(
    (file) => !file.inline || !message.hasHtml || broken.includes(addressOf.attachment(file.id)),
  );
  return (
    <article
      id={anchorOf(message)}
      tabIndex={-1}
      aria-labelledby={heading}
      className={`${styles.card} ${styles[message.kind]}`}
    >
      <header className={styles.header}>
        {message.kind === 'note' && <LockIcon />}
        {message.kind === 'reply' && <ReplyIcon />}
        <h3 id={heading} dir="auto">
          {name}
        </h3>
        {!message.verified && (
          <Hint text={whyNotVerified(message, mail)}>
            <Chip tone="high" glyph="!">
              {t('messages.notVerified')}
            </Chip>
          </Hint>
        )}
        <span className={styles.when}>
          <Age at={message.sentAt} />
        </span>
        <MessageMenu ticket={ticket} message={message} mail={mail} />
      </header>
      {message.kind === 'note' && <p className={styles.kind}>{t('messages.note.who')}</p>}
      {message.cc.length > 0 && (
        <p className={styles.kind}>
          {t('messages.cc')} <bdi>{message.cc.join(', ')}</bdi>
        </p>
      )}
      <MessageBody ticket={ticket} message={message} name={name} onBroken={setBroken} />
      {files.length > 0 && <Attachments attachments={files} />}
      {message.heldUntil ? held : message.delivery && <Outcome delivery={message.delivery} />}
      {!message.heldUntil && message.closing === 'kept-open' && (
        <p className={styles.outcome}>{t('messages.keptOpen')}</p>
      )}
    </article>
  );
}

function authorOf({ kind, author }: Message): string {
  return kind === 'client' ? nameAndAddressOf(author) : nameOf(author);
}

function whyNotVerified({ author }: Message, mail: TicketMail | undefined): string {
  const address = author.email;
  return mail?.proof === 'failed'
    ? t('messages.notVerified.failed', { address })
    : t('messages.notVerified.why', { address });
}

const glyphs = { held: '…', pending: '…', sent: '✓', failed: '!', suppressed: '–' };
const tones = {
  held: 'info',
  pending: 'info',
  sent: 'open',
  failed: 'high',
  suppressed: 'closed',
} as const;

function Outcome({ delivery: { state, reason } }: { delivery: Delivery }) {
  return (
    <p className={styles.outcome}>
      <Chip tone={tones[state]} glyph={glyphs[state]}>
        {t(`mail.state.${state}`)}
      </Chip>
      {reason && <bdi> {reason}</bdi>}
    </p>
  );
}
