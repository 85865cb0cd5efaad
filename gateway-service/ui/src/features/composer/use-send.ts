import { useEffect, useRef, useState } from 'react';
import type { Message, NewMessage } from '../../api/types';
import { announce } from '../../lib/announce';
import { t } from '../../lib/i18n';
import { Problem } from '../../lib/problem';
import { useMe } from '../../queries/me';
import { useSendMessage } from '../../queries/messages';
import type { Draft, DraftStore, Mode } from './draft';
import { useAfterSend } from './use-after-send';

/** Why a message is not on its way, and what else was to happen with it. */
export interface NotSent {
  newer: boolean;
  error: unknown;
  close: boolean;
}

interface Sending {
  ticket: number;
  mode: Mode;
  store: DraftStore;
  /** What is known of the conversation, and of whoever writes. */
  messages: Message[];
  user: string;
  onSent: () => void;
}

/** Sends a draft once; it is gone only when the server has it. */
export function useSend({ ticket, mode, store, messages, user, onSent }: Sending) {
  const sending = useSendMessage(ticket);
  const hold = useMe()?.preferences.undoDelay;
  const leave = useAfterSend(ticket);
  const [notSent, setNotSent] = useState<NotSent | null>(null);
  const before = useRef(new Set<string>());

  async function send(draft: Draft, close: boolean): Promise<void> {
    if (sending.isPending) {
      return;
    }
    setNotSent(null);
    before.current = new Set(messages.map(({ id }) => id));
    try {
      const sent = await sending.mutateAsync(messageOf(mode, draft, close, hold));
      done(draft.body, sentenceOf(mode, sent));
      if (mode === 'reply') {
        leave();
      }
    } catch (error) {
      const newer = error instanceof Problem && error.type.endsWith('/newer-messages');
      setNotSent({ newer, error, close });
    }
  }

  function done(body: string, sentence: string): void {
    if (store.get()?.body === body) {
      store.set(null);
    }
    announce(sentence);
    onSent();
  }

  // No answer is not always no message: where it turns up, it must not be sent again.
  const body = store.get()?.body;
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
      done(arrived.body, sentenceOf(mode, arrived));
    }
  });

  return { send, sending: sending.isPending, notSent, dismiss: () => setNotSent(null) };
}

/** @param hold in seconds, where the writer prefers another than the usual */
function messageOf(
  mode: Mode,
  draft: Draft,
  close: boolean,
  hold: number | null | undefined,
): NewMessage {
  const attachments = draft.attachments.map(({ id }) => id);
  return mode === 'note'
    ? { kind: 'note', body: draft.body, attachments }
    : {
        kind: 'reply',
        body: draft.body,
        cc: draft.cc,
        attachments,
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
