import { useEffect, useRef, useState } from 'react';
import type { Message, NewMessage, Recipients, Ticket } from '../../api/types';
import { announce } from '../../lib/announce';
import { t } from '../../lib/i18n';
import { Problem } from '../../lib/problem';
import { sessionEnded } from '../../lib/session-end';
import { useMe } from '../../queries/me';
import { useSendMessage } from '../../queries/messages';
import { type Draft, type Mode, partsOf } from './draft';
import { isOf, type KeptDraft } from './kept-draft';
import { shownCopies } from './recipients';
import { useAfterSend } from './use-after-send';

/** Why a message is not on its way, and what else was to happen with it. */
export interface NotSent {
  newer: boolean;
  error: unknown;
  close: boolean;
}

interface Sending {
  ticket: Ticket;
  mode: Mode;
  kept: KeptDraft;
  /** What is known of the conversation, and of whoever writes. */
  messages: Message[];
  user: string;
  onSent: () => void;
}

/** Sends a draft once; it is gone only when the server has it. */
export function useSend({ ticket, mode, kept, messages, user, onSent }: Sending) {
  const posting = useSendMessage(ticket.id);
  const hold = useMe()?.preferences.undoDelay;
  const leave = useAfterSend(ticket.id);
  const [sending, setSending] = useState(false);
  const [notSent, setNotSent] = useState<NotSent | null>(null);
  const before = useRef(new Set<string>());

  async function send(draft: Draft, close: boolean): Promise<void> {
    if (sending) {
      return;
    }
    setSending(true);
    setNotSent(null);
    before.current = new Set(messages.map(({ id }) => id));
    try {
      await kept.save();
      const saved = kept.store.get();
      // Nothing is sent before its writer has seen what was written, or sent, elsewhere.
      if (saved?.key === draft.key && !saved.other) {
        await post(draft, close);
      }
    } finally {
      setSending(false);
    }
  }

  async function post(draft: Draft, close: boolean): Promise<void> {
    const seen = { to: draft.to, cc: shownCopies(draft, ticket, messages) };
    const message = messageOf(mode, draft, seen, close, hold);
    kept.tried = true;
    try {
      const sent = await kept.after(async () => {
        const answer = await posting.mutateAsync({ message, key: draft.key });
        kept.answered = true;
        kept.sent(draft.body);
        return answer;
      });
      done(sentenceOf(mode, sent));
      if (mode === 'reply' && kept.store.get() === null) {
        leave();
      }
    } catch (error) {
      kept.tried = isUnclear(error);
      if (isOf(error, 'key-used-otherwise') || isOf(error, 'taken-back')) {
        kept.outlive();
      } else {
        setNotSent({ newer: isOf(error, 'newer-messages'), error, close });
      }
    }
  }

  function done(sentence: string): void {
    announce(sentence);
    if (kept.store.get() === null) {
      onSent();
    }
  }

  // No answer is not always no message: where it turns up, there is nothing left to be sent.
  const body = kept.store.get()?.body;
  const arrived =
    notSent &&
    messages.find(
      (each) =>
        !before.current.has(each.id) &&
        each.kind === mode &&
        each.author.id === user &&
        each.body === body,
    );
  useEffect(() => {
    if (arrived) {
      setNotSent(null);
      kept.sent(arrived.body);
      done(sentenceOf(mode, arrived));
    }
  });

  // What only the end of the session kept from leaving does so, with the same key, once there is a new one.
  useEffect(() =>
    sessionEnded.subscribe(() => {
      const draft = kept.store.get();
      if (!sessionEnded.get() && draft && notSent && isOfNobody(notSent.error)) {
        send(draft, notSent.close);
      }
    }),
  );

  return { send, sending, notSent, dismiss: () => setNotSent(null) };
}

function isOfNobody(error: unknown): boolean {
  return error instanceof Problem && error.status === 401;
}

/** No answer, or one that says nothing of what was done. */
function isUnclear(error: unknown): boolean {
  return !(error instanceof Problem) || error.status === 0 || error.status >= 500;
}

/**
 * @param seenRecipients who was proposed to whoever wrote it
 * @param hold in seconds, where the writer prefers another than the usual
 */
function messageOf(
  mode: Mode,
  draft: Draft,
  seenRecipients: Recipients,
  close: boolean,
  hold: number | null | undefined,
): NewMessage {
  const { cc, ...content } = partsOf(draft);
  return mode === 'note'
    ? { kind: 'note', ...content }
    : {
        kind: 'reply',
        ...content,
        to: draft.to,
        cc,
        seenRecipients,
        close,
        ...(draft.seenThrough ? { seenThrough: draft.seenThrough } : {}),
        ...(typeof hold === 'number' ? { hold } : {}),
      };
}

function sentenceOf(mode: Mode, sent: Message | undefined): string {
  if (mode === 'note') {
    return t('composer.noteSaved');
  }
  return t(sent?.heldUntil ? 'composer.held' : 'composer.sent');
}
