import { useEffect, useState } from 'react';
import type { Message, Ticket } from '../../api/types';
import { announce } from '../../lib/announce';
import { serverNow } from '../../lib/clock';
import { t } from '../../lib/i18n';
import { useShortcut } from '../../lib/shortcuts/use-shortcut';
import { useTakeBack } from '../../queries/messages';
import { Button } from '../../ui/button';
import { reasonOf } from '../../ui/error-panel';
import styles from './composer.module.css';
import { type Draft, emptyDraft } from './draft';
import type { KeptDraft } from './kept-draft';
import { lastPublic, proposedIn } from './recipients';
import { filesOf } from './reconcile';
import { joined, type Words } from './words';

interface HeldReplyProps {
  ticket: Ticket;
  messages: Message[];
  message: Message;
  /** Only what one wrote oneself is given back. */
  mine: boolean;
  /** The draft that it was, or what was begun since. */
  kept: KeptDraft;
  /** The reply is a draft again. */
  onTakenBack: () => void;
}

/** A reply that has not left yet, in its place in the conversation: when it will, and the way to take it back whole. */
export function HeldReply(props: HeldReplyProps) {
  const { ticket, messages, message, mine, kept, onTakenBack } = props;
  const left = useSecondsUntil(message.heldUntil ?? '');
  const takingBack = useTakeBack(ticket.id);
  const undoable = mine && left > 0;
  useShortcut('undo', () => undoable && takeBack());

  async function takeBack(): Promise<void> {
    try {
      const html = await takingBack.mutateAsync(message);
      // the answer to the send may still be on its way
      await kept.after(async () =>
        kept.store.set(again(ticket, messages, { ...message, html }, kept.store.get())),
      );
      announce(t('composer.takenBack'));
      onTakenBack();
    } catch {
      // what went wrong is shown below
    }
  }

  return (
    <div className={styles.held}>
      <span>{left > 0 ? t('composer.leavesIn', { count: left }) : t('composer.leaves')}</span>
      {message.closing && (
        <span role={message.closing === 'kept-open' ? 'alert' : undefined}>
          {t(`composer.closing.${message.closing}`)}
        </span>
      )}
      {undoable && (
        <Button onClick={takeBack} loading={takingBack.isPending}>
          {t('composer.undo')}
        </Button>
      )}
      {takingBack.error && <p role="alert">{reasonOf(takingBack.error)}</p>}
    </div>
  );
}

/** All of it, once; what was written since stands below. */
function again(
  ticket: Ticket,
  messages: Message[],
  message: Message & Words,
  since: Draft | null,
): Draft {
  // without an answer to the send, the draft is still what was sent
  const begun = since && since.body !== message.body ? since : emptyDraft();
  const goesOn = begun.body.startsWith(message.body);
  return {
    ...begun,
    ...(goesOn ? {} : joined(message, begun)),
    to: proposedIn(ticket).to,
    cc: message.cc,
    shownCopies: null,
    attachments: filesOf(message, begun),
    seenThrough: lastPublic(messages.filter(({ id }) => id !== message.id))?.id ?? null,
    savedAt: new Date().toISOString(),
    unsaved: true,
  };
}

function useSecondsUntil(time: string): number {
  const secondsLeft = () => Math.max(0, Math.round((Date.parse(time) - serverNow()) / 1000));
  const [left, setLeft] = useState(secondsLeft);
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsLeft()), 500);
    return () => clearInterval(timer);
  });
  return left;
}
