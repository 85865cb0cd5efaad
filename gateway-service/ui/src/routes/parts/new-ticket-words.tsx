import { t } from '../../lib/i18n';
import { Segmented } from '../../ui/segmented';
import { Switch } from '../../ui/switch';
import { useNarrow } from '../../ui/use-narrow';
import { Field } from './field';
import styles from './new-ticket.module.css';
import type { NewTicketDraft } from './new-ticket-draft';

interface NewTicketWordsProps {
  draft: NewTicketDraft;
  onChange: (fields: Partial<NewTicketDraft>) => void;
}

/** Whose the words are: it decides who sees them, and which mail has them. */
export function WhoseWords({ draft: { from }, onChange }: NewTicketWordsProps) {
  const narrow = useNarrow();
  return (
    <Field label={t('newTicket.from')} help={t(`newTicket.from.${from}.help`)}>
      <Segmented
        label={t('newTicket.from')}
        value={from}
        options={(['client', 'reply', 'note'] as const).map((value) => ({
          value,
          label: t(`newTicket.from.${value}`),
        }))}
        onChange={(chosen) => onChange({ from: chosen })}
        vertical={narrow}
      />
    </Field>
  );
}

/** Says which mail leaves, with what, and to whom. A reply is a mail of its own, and needs no other. */
export function WhichMail({ draft, onChange }: NewTicketWordsProps) {
  return (
    <>
      {draft.from !== 'reply' && (
        <Switch
          label={t('newTicket.confirm')}
          checked={draft.confirm}
          onChange={(confirm) => onChange({ confirm })}
        />
      )}
      <p className={styles.mail}>{mailSentence(draft)}</p>
    </>
  );
}

function mailSentence({ requester, from, confirm }: NewTicketDraft): string {
  const name = requester?.shown ?? t('newTicket.mail.somebody');
  if (from === 'reply') {
    return t('newTicket.mail.reply', { name });
  }
  if (!confirm) {
    return t('newTicket.mail.none', { name });
  }
  return t(from === 'note' ? 'newTicket.mail.note' : 'newTicket.mail', { name });
}

/** What becomes of the mail, once the ticket is there. */
export function toldSentence({ from, confirm }: NewTicketDraft): string {
  if (from === 'reply') {
    return t('newTicket.told.reply');
  }
  return t(confirm ? 'newTicket.told.confirmation' : 'newTicket.told.nobody');
}
