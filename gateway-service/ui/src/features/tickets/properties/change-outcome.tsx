import type { Ticket } from '../../../api/types';
import { age } from '../../../lib/format';
import { sentenceOf } from '../../../lib/history';
import { t } from '../../../lib/i18n';
import { isProblem } from '../../../lib/problem';
import { useNames } from '../../../queries/names';
import { useHistory } from '../../../queries/trail';
import { Button } from '../../../ui/button';
import { ErrorPanel } from '../../../ui/error-panel';
import { Notice } from '../../../ui/notice';
import type { Failure } from './use-ticket-change';
import { fieldsOf, inWords } from './wishes';

interface ChangeOutcomeProps {
  ticket: Ticket;
  failure: Failure;
  onRetry: () => void;
  onDismiss: () => void;
}

/** Why a change was not saved, and the choice that this leaves. */
export function ChangeOutcome({ ticket, failure, onRetry, onDismiss }: ChangeOutcomeProps) {
  const { wish, error } = failure;
  if (!isProblem(error, 412)) {
    return <ErrorPanel title={t('ticket.changeFailed')} error={error} onRetry={onRetry} />;
  }
  const fields = fieldsOf(wish);
  const now = fields.map((field) => inWords(field, ticket)).join(', ');
  const wanted = fields.map((field) => inWords(field, wish.shows)).join(', ');
  const same = fields.length > 0 && now === wanted;
  return (
    <Notice
      tone="warning"
      title={t('ticket.conflict')}
      actions={
        same ? (
          <Button onClick={onDismiss}>{t('ticket.conflict.ok')}</Button>
        ) : (
          <>
            <Button onClick={onDismiss}>{t('ticket.conflict.theirs')}</Button>
            <Button onClick={onRetry}>{t('ticket.conflict.mine')}</Button>
          </>
        )
      }
    >
      <LatestChange ticket={ticket.id} />
      <p>
        {same
          ? t('ticket.conflict.same', { now })
          : now && t('ticket.conflict.now', { now, wanted })}
      </p>
    </Notice>
  );
}

function LatestChange({ ticket }: { ticket: number }) {
  const latest = useHistory(ticket).data?.at(-1);
  const names = useNames(ticket);
  return (
    latest && (
      <p>
        {sentenceOf(latest, names)} · {age(latest.at, Date.now())}
      </p>
    )
  );
}
