import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { Me, NewTicket } from '../../api/types';
import { Files } from '../../features/composer/files';
import { useUploads } from '../../features/composer/use-uploads';
import { Assignee } from '../../features/tickets/properties/assignee';
import { Project, Task } from '../../features/tickets/properties/placing';
import { Priority } from '../../features/tickets/properties/priority';
import { t } from '../../lib/i18n';
import { justSent } from '../../lib/just-sent';
import { useOnline } from '../../lib/online';
import { href, paths } from '../../lib/paths';
import { Problem } from '../../lib/problem';
import { useStore } from '../../lib/store';
import { useRaiseTicket } from '../../queries/tickets';
import { Button } from '../../ui/button';
import { ErrorPanel } from '../../ui/error-panel';
import { TextArea } from '../../ui/text-area';
import { TextField } from '../../ui/text-field';
import { Field } from './field';
import styles from './new-ticket.module.css';
import { isBegun, type NewTicketDraft, newTicketOf } from './new-ticket-draft';
import { NewTicketFor } from './new-ticket-for';
import { toldSentence, WhichMail, WhoseWords } from './new-ticket-words';

/** As much as the server takes. */
const longest = { subject: 500, message: 200_000 };

/** Staff write down what somebody else said; a client says it, and no more than that. */
export function NewTicketForm({ me }: { me: Me }) {
  const staff = me.role !== 'client';
  const store = newTicketOf(me.id);
  const draft = useStore(store);
  const change = (fields: Partial<NewTicketDraft>) => store.set({ ...store.get(), ...fields });
  const [, navigate] = useLocation();
  const online = useOnline();
  const raising = useRaiseTicket();
  const uploads = useUploads((file) => change({ attachments: [...store.get().attachments, file] }));
  const words = t(staff ? `newTicket.message.${draft.from}` : 'newTicket.yourMessage');
  const why = whyNot(draft, staff, online, uploads.uploads.length);

  async function create(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (why !== '' || raising.isPending) {
      return;
    }
    try {
      const made = await raising.mutateAsync({ ticket: ticketOf(draft, staff), key: draft.key });
      store.clear();
      const id = made && 'id' in made ? made.id : undefined;
      const created =
        id === undefined
          ? t('newTicket.createdUnseen')
          : t('newTicket.created', { id: String(id) });
      const ledTo = id === undefined ? paths.tickets : href(paths.ticket, { id });
      justSent.set({ title: `${created} ${toldSentence(draft)}`, ledTo });
      navigate(ledTo);
    } catch (error) {
      // The words were changed after a try that was not answered: what is sent now is another ticket.
      if (error instanceof Problem && error.type.endsWith('/key-used-otherwise')) {
        change({ key: crypto.randomUUID() });
      }
    }
  }

  return (
    <form className={styles.form} onSubmit={create} aria-label={t('newTicket.title')}>
      {staff && <NewTicketFor draft={draft} onChange={change} />}
      <Field label={t('newTicket.subject')}>
        <TextField
          label={t('newTicket.subject')}
          value={draft.subject}
          maxLength={longest.subject}
          onChange={(subject) => change({ subject })}
        />
      </Field>
      {staff && <WhoseWords draft={draft} onChange={change} />}
      <Field label={words}>
        <TextArea
          label={words}
          value={draft.message}
          maxLength={longest.message}
          onChange={(message) => change({ message })}
          onFiles={uploads.add}
        />
      </Field>
      <Files
        files={draft.attachments}
        uploads={uploads}
        onRemove={(file) =>
          change({ attachments: draft.attachments.filter(({ id }) => id !== file.id) })
        }
      />
      {staff && <Placing draft={draft} onChange={change} />}
      {staff ? (
        <WhichMail draft={draft} onChange={change} />
      ) : (
        <p className={styles.mail}>{t('newTicket.yourMail')}</p>
      )}
      {raising.error && (
        <ErrorPanel title={t('newTicket.failed')} error={raising.error} onRetry={() => create()} />
      )}
      <footer className={styles.actions}>
        {why && isBegun(draft) && <span className={styles.why}>{why}</span>}
        {isBegun(draft) && (
          <Button
            tone="quiet"
            onClick={() => {
              raising.reset();
              store.clear();
            }}
          >
            {t('newTicket.discard')}
          </Button>
        )}
        <Button tone="primary" type="submit" disabled={why !== ''} loading={raising.isPending}>
          {t('newTicket.create')}
        </Button>
      </footer>
    </form>
  );
}

interface PlacingProps {
  draft: NewTicketDraft;
  onChange: (fields: Partial<NewTicketDraft>) => void;
}

function Placing({ draft, onChange }: PlacingProps) {
  return (
    <div className={styles.placing}>
      <Field label={t('ticket.priority')}>
        <Priority
          value={draft.priority}
          onChange={(priority) => onChange({ priority })}
          disabled={false}
        />
      </Field>
      <Field label={t('ticket.assignee')}>
        <Assignee ticket={draft} onChange={(assignee) => onChange({ assignee })} disabled={false} />
      </Field>
      <Field label={t('ticket.project')}>
        <Project
          value={draft.project}
          onChange={(project) => onChange({ project, task: null })}
          disabled={false}
        />
      </Field>
      {draft.project && (
        <Field label={t('ticket.task')}>
          <Task
            key={draft.project.id}
            project={draft.project}
            value={draft.task}
            onChange={(task) => onChange({ task })}
            disabled={false}
          />
        </Field>
      )}
    </div>
  );
}

function whyNot(draft: NewTicketDraft, staff: boolean, online: boolean, uploads: number): string {
  if (!online) {
    return t('newTicket.offline');
  }
  if (staff && !draft.requester) {
    return t('newTicket.who');
  }
  if (draft.subject.trim() === '' || draft.message.trim() === '') {
    return t('newTicket.empty');
  }
  return uploads > 0 ? t('newTicket.files') : '';
}

function ticketOf(draft: NewTicketDraft, staff: boolean): NewTicket {
  const said = {
    subject: draft.subject.trim(),
    message: draft.message,
    attachments: draft.attachments.map(({ id }) => id),
  };
  return staff
    ? {
        ...said,
        requester: draft.requester?.named ?? null,
        from: draft.from,
        confirm: draft.confirm,
        priority: draft.priority,
        assignee: draft.assignee?.id ?? null,
        project: draft.project?.id ?? null,
        task: draft.task?.id ?? null,
      }
    : said;
}
