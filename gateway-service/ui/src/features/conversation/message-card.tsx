import { useId, useState } from 'react';
import type { Attachment, Delivery, Message } from '../../api/types';
import { fileSize } from '../../lib/format';
import { t } from '../../lib/i18n';
import { nameAndAddressOf, nameOf } from '../../lib/person';
import { useWholeText } from '../../queries/messages';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ErrorPanel } from '../../ui/error-panel';
import { Hint } from '../../ui/hint';
import { ClipIcon, LockIcon } from '../../ui/icons';
import { Age } from '../../ui/time';
import { linkify } from './linkify';
import styles from './message-card.module.css';

/** Three kinds that cannot be mistaken for one another, not even without colour. */
export function MessageCard({ ticket, message }: { ticket: number; message: Message }) {
  const heading = useId();
  return (
    <article
      id={`message-${message.id}`}
      aria-labelledby={heading}
      className={`${styles.card} ${styles[message.kind]}`}
    >
      <header className={styles.header}>
        {message.kind === 'note' && <LockIcon />}
        <h3 id={heading} dir="auto">
          {t(`messages.${message.kind}`, { name: authorOf(message) })}
        </h3>
        {!message.verified && (
          <Hint text={t('messages.notVerified.why', { address: message.author.email })}>
            <Chip tone="high" glyph="!">
              {t('messages.notVerified')}
            </Chip>
          </Hint>
        )}
        <span className={styles.when}>
          <Age at={message.sentAt} />
        </span>
      </header>
      {message.hasQuoted ? (
        <FoldedBody ticket={ticket} message={message} />
      ) : (
        <Body text={message.body} />
      )}
      {message.delivery && <Outcome delivery={message.delivery} />}
      {message.attachments.length > 0 && <Attachments attachments={message.attachments} />}
    </article>
  );
}

function authorOf({ kind, author }: Message): string {
  return kind === 'client' ? nameAndAddressOf(author) : nameOf(author);
}

/** What the author wrote; all that the mail says once it is asked for. */
function FoldedBody({ ticket, message }: { ticket: number; message: Message }) {
  const body = useId();
  const [unfolded, setUnfolded] = useState(false);
  const whole = useWholeText(ticket, message.id, unfolded);
  const shown = unfolded && whole.data !== undefined;
  return (
    <>
      <div id={body}>
        <Body text={shown ? whole.data : message.body} />
      </div>
      {unfolded && whole.error && (
        <ErrorPanel error={whole.error} onRetry={() => whole.refetch()} />
      )}
      <div className={styles.fold}>
        <Button
          aria-expanded={shown}
          aria-controls={body}
          loading={unfolded && whole.isFetching}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t(shown ? 'messages.fold' : 'messages.unfold')}
        </Button>
      </div>
    </>
  );
}

function Body({ text }: { text: string }) {
  if (text.trim() === '') {
    return <p className={styles.when}>{t('messages.noText')}</p>;
  }
  return (
    <div className={styles.body} dir="auto">
      {linkify(text).map(({ text: shown, href }, index) =>
        href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
          <a key={index} href={href} target="_blank" rel="noopener noreferrer">
            {shown}
          </a>
        ) : (
          shown
        ),
      )}
    </div>
  );
}

function Outcome({ delivery: { state, reason } }: { delivery: Delivery }) {
  return (
    <p className={styles.outcome}>
      {t(`mail.state.${state}`)}
      {reason && <bdi>: {reason}</bdi>}
    </p>
  );
}

function Attachments({ attachments }: { attachments: Attachment[] }) {
  return (
    <ul className={styles.attachments} aria-label={t('messages.attachments')}>
      {attachments.map(({ id, filename, size }) => (
        <li key={id}>
          <a href={`/api/v1/attachments/${encodeURIComponent(id)}`} download={filename}>
            <ClipIcon />
            <bdi>{filename}</bdi>
          </a>
          <span className={styles.when}>{fileSize(size)}</span>
        </li>
      ))}
    </ul>
  );
}
