import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Message, Ticket } from '../../api/types';
import { type Key, t } from '../../lib/i18n';
import { nameOf } from '../../lib/person';
import { useShortcut } from '../../lib/shortcuts/use-shortcut';
import { Button } from '../../ui/button';
import { LockIcon, ReplyIcon } from '../../ui/icons';
import { Composer } from './composer';
import styles from './composer.module.css';
import { isWorthKeeping, type Mode } from './draft';
import { loadEditor } from './editor';
import type { Past, useComposer } from './use-composer';

interface AnswerBarProps {
  ticket: Ticket;
  messages: Message[];
  composer: ReturnType<typeof useComposer>;
}

/** No box that takes text by default: two buttons, of which each says what it opens. */
export function AnswerBar({ ticket, messages, composer }: AnswerBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(false);
  const { user, mode, of } = composer;
  const open = (wanted: Mode) => {
    setFocused(true);
    composer.open(wanted);
  };
  useShortcut('reply', () => open('reply'));
  useShortcut('note', () => open('note'));
  useEffect(() => {
    loadEditor();
  }, []);

  function close(): void {
    flushSync(composer.close);
    bar.current?.querySelectorAll('button')[mode === 'note' ? 1 : 0]?.focus();
  }

  const draft = mode && of[mode].draft;
  if (mode && draft) {
    return (
      <Composer
        key={mode}
        ticket={ticket}
        messages={messages}
        mode={mode}
        user={user}
        draft={draft}
        kept={of[mode].kept}
        notKept={of[mode].notKept}
        focused={focused}
        onClose={close}
        onDiscard={() => {
          composer.discard(mode, draft);
          close();
        }}
      />
    );
  }
  const suffix = (kind: Mode) =>
    isWorthKeeping(of[kind].draft) ? ` · ${t('composer.draft')}` : '';
  return (
    <div ref={bar} className={styles.bar}>
      <Button tone="primary" onClick={() => open('reply')}>
        <span className={styles.icon}>
          <ReplyIcon />
        </span>
        {t('composer.replyTo', { name: nameOf(ticket.requester) }) + suffix('reply')}
      </Button>
      <Button onClick={() => open('note')}>
        <span className={styles.icon}>
          <LockIcon />
        </span>
        {t('composer.addNote') + suffix('note')}
      </Button>
      <PastDraft composer={composer} />
    </div>
  );
}

function sentenceOf({ discarded, tried }: Past): Key {
  if (discarded) {
    return 'composer.discarded';
  }
  return tried ? 'composer.arrived' : 'composer.goneElsewhere';
}

/** What became of the draft that was open. */
function PastDraft({ composer: { past, bringBack } }: Pick<AnswerBarProps, 'composer'>) {
  return (
    <div role="status" className={styles.past}>
      {past && (
        <>
          <span>{t(sentenceOf(past))}</span>
          {past.discarded && (
            <Button tone="quiet" onClick={bringBack}>
              {t('composer.bringBack')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
