import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Message, Ticket } from '../../api/types';
import { t } from '../../lib/i18n';
import { useOnline } from '../../lib/online';
import { ErrorPanel } from '../../ui/error-panel';
import { LockIcon, ReplyIcon } from '../../ui/icons';
import { Instant } from '../../ui/time';
import { Actions } from './actions';
import { CannedReplies, OutdatedNames } from './canned-replies';
import { Changed } from './changed';
import styles from './composer.module.css';
import { doubtsOf } from './doubts';
import { Doubts } from './doubts-dialog';
import { type Draft, isWorthKeeping, type Mode } from './draft';
import { DraftNotices } from './draft-notices';
import { Editor } from './editor';
import type { EditorHandle } from './editor-props';
import { Files } from './files';
import type { KeptDraft, NotKept } from './kept-draft';
import { NewerDialog } from './newer-dialog';
import { RecipientFields } from './recipient-fields';
import { distinct, lastPublic } from './recipients';
import { useSend } from './use-send';
import { useUploads } from './use-uploads';
import { whyNot } from './why-not';

interface ComposerProps {
  ticket: Ticket;
  messages: Message[];
  mode: Mode;
  /** Who writes. */
  user: string;
  draft: Draft;
  kept: KeptDraft;
  /** Why the server does not have it; null if it does, or will. */
  notKept: NotKept | null;
  /** Whether it was opened just now, and not found open with the page. */
  focused: boolean;
  onClose: () => void;
  onDiscard: () => void;
}

/** A box of its own for a reply and for a note: colour, word, sign and button differ, and a note has no recipients. */
export function Composer(props: ComposerProps) {
  const { ticket, messages, mode, draft, kept, notKept, focused, onClose } = props;
  const { store } = kept;
  const box = useRef<HTMLElement>(null);
  const editor = useRef<EditorHandle>(null);
  const online = useOnline();
  const change = (fields: Partial<Draft>) => {
    const now = store.get();
    store.set(now && { ...now, ...fields, unsaved: true, savedAt: new Date().toISOString() });
  };
  const uploads = useUploads((file) =>
    change({ attachments: [...(store.get()?.attachments ?? []), file] }),
  );
  const { send, sending, notSent, dismiss } = useSend({
    ticket,
    mode,
    kept,
    messages,
    user: props.user,
    onSent: onClose,
  });
  const isReply = mode === 'reply';
  const whyNotSend = (written: Draft) =>
    whyNot(ticket, mode, written, online, uploads.uploads.length);
  const why = whyNotSend(draft);
  const [asking, setAsking] = useState<{ close: boolean } | null>(null);

  /** With the last word, which may not be drawn yet. */
  function sendAs(close: boolean): void {
    const written = store.get() ?? draft;
    if (whyNotSend(written) !== '') {
      return;
    }
    if (isReply && doubtsOf(written).length > 0) {
      setAsking({ close });
    } else {
      send(written, close);
    }
  }

  useEffect(() => {
    if (focused) {
      box.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [focused]);

  function onKeyDown(event: KeyboardEvent): void {
    // what is typed in a dialog of ours is not typed here, though React lets it bubble
    if ((event.target as Element).closest('[role=dialog]')) {
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      sendAs(isReply && event.shiftKey);
    }
  }

  function onDrop(event: DragEvent): void {
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault();
      uploads.add([...event.dataTransfer.files]);
    }
  }

  const name = t(isReply ? 'composer.reply' : 'composer.note');
  return (
    <section
      ref={box}
      aria-label={name}
      className={`${styles.composer} ${styles[mode]}`}
      onKeyDown={onKeyDown}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <header className={styles.header}>
        {isReply ? <ReplyIcon /> : <LockIcon />}
        <h2>{name}</h2>
        {!isReply && <span>{t('messages.note.who')}</span>}
        {isWorthKeeping(draft) && (
          <span className={styles.saved}>
            {t('composer.draftFrom')} <Instant at={draft.savedAt} />
            {draft.unsaved && (notKept || !online) && ` · ${t('composer.onlyHere')}`}
          </span>
        )}
      </header>
      <div className={styles.middle}>
        <DraftNotices draft={draft} notKept={notKept} onChange={(changed) => store.set(changed)} />
        {isReply && (
          <>
            <RecipientFields to={draft.to} cc={draft.cc} onCc={(cc) => change({ cc })} />
            <Changed ticket={ticket} messages={messages} draft={draft} onChange={change} />
            <OutdatedNames
              ticket={ticket}
              named={draft.named}
              body={draft.body}
              onUnderstood={() => change({ named: [] })}
            />
          </>
        )}
        <Editor
          ref={editor}
          label={t(isReply ? 'composer.replyText' : 'composer.noteText')}
          words={draft}
          focused={focused}
          onChange={change}
          onFiles={uploads.add}
        />
        {isReply && (
          <CannedReplies
            ticket={ticket}
            onInsert={(text) => editor.current?.insert(text)}
            onNamed={(names) =>
              change({ named: distinct([...(store.get()?.named ?? []), ...names]) })
            }
          />
        )}
        <Files
          files={draft.attachments}
          uploads={uploads}
          onRemove={(file) =>
            change({ attachments: draft.attachments.filter(({ id }) => id !== file.id) })
          }
        />
        {notSent && !notSent.newer && (
          <ErrorPanel
            title={t('composer.notSent')}
            error={notSent.error}
            onRetry={() => sendAs(notSent.close)}
          />
        )}
      </div>
      <Actions
        ticket={ticket}
        mode={mode}
        draft={draft}
        why={why}
        sending={sending}
        onSend={sendAs}
        onDiscard={props.onDiscard}
      />
      {asking && (
        <Doubts
          draft={draft}
          onBack={() => setAsking(null)}
          onSend={() => {
            setAsking(null);
            send(draft, asking.close);
          }}
        />
      )}
      {notSent?.newer && (
        <NewerDialog
          messages={messages}
          seenThrough={draft.seenThrough}
          onReview={dismiss}
          onSendAnyway={() =>
            send({ ...draft, seenThrough: lastPublic(messages)?.id ?? null }, notSent.close)
          }
        />
      )}
    </section>
  );
}
