import { type KeyboardEvent, useState } from 'react';
import type { CannedReply, Ticket } from '../../api/types';
import { t } from '../../lib/i18n';
import { useCannedReplies } from '../../queries/canned-replies';
import { useMe } from '../../queries/me';
import { Button } from '../../ui/button';
import { reasonOf } from '../../ui/error-panel';
import { Notice } from '../../ui/notice';
import { Picker } from '../../ui/picker';
import { filledIn, namedIn, outdated, valuesOf } from './canned';
import styles from './composer.module.css';

interface CannedRepliesProps {
  ticket: Ticket;
  /** Takes the text, filled in, to where the writer is. */
  onInsert: (text: string) => void;
  /** How the text names the requester. */
  onNamed: (names: string[]) => void;
}

/** What need not be written anew; nothing at all where the desk keeps none. */
export function CannedReplies({ ticket, onInsert, onNamed }: CannedRepliesProps) {
  const me = useMe();
  const [q, setQ] = useState('');
  const [inserted, setInserted] = useState(0);
  const all = useCannedReplies('');
  const found = useCannedReplies(q);

  function insert(reply: CannedReply | undefined): void {
    if (me && reply) {
      const values = valuesOf(ticket, me);
      onInsert(filledIn(reply.text, values));
      onNamed(namedIn(reply.text, values));
      setQ('');
      setInserted(inserted + 1);
    }
  }

  const failed = [all, found].find(({ isError }) => isError);
  if (failed) {
    return (
      <p role="alert" className={styles.cannedError}>
        {t('composer.canned.error')} {reasonOf(failed.error)}
        <Button tone="quiet" onClick={() => void failed.refetch()}>
          {t('error.retry')}
        </Button>
      </p>
    );
  }
  if (!all.data?.length) {
    return null;
  }
  const replies = found.data ?? all.data;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the list that is open are none of the composer's
    <div className={styles.canned} onKeyDown={keepWhileOpen}>
      <Picker
        // empty again once one was chosen
        key={inserted}
        label={t('composer.canned')}
        placeholder={t('composer.canned')}
        value={null}
        choices={replies.map((reply) => ({ value: reply.id, label: labelOf(reply) }))}
        onSearch={setQ}
        onChange={(chosen) => insert(replies.find(({ id }) => id === chosen?.value))}
      />
    </div>
  );
}

function labelOf({ name, language }: CannedReply): string {
  return language ? `${name} · ${language}` : name;
}

function keepWhileOpen(event: KeyboardEvent): void {
  if ((event.target as Element).getAttribute('aria-expanded') === 'true') {
    event.stopPropagation();
  }
}

interface OutdatedNamesProps {
  ticket: Ticket;
  named: string[];
  body: string;
  onUnderstood: () => void;
}

/** A canned reply was put in, and the ticket has another requester since. */
export function OutdatedNames({ ticket, named, body, onUnderstood }: OutdatedNamesProps) {
  const me = useMe();
  const old = me ? outdated(named, valuesOf(ticket, me), body) : [];
  return (
    old.length > 0 && (
      <Notice
        tone="warning"
        title={t('composer.canned.outdated', { names: old.join(', ') })}
        actions={<Button onClick={onUnderstood}>{t('composer.understood')}</Button>}
      />
    )
  );
}
