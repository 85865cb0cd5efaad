import { t } from '../lib/i18n';
import { mayRaise } from '../lib/session';
import { useMe } from '../queries/me';
import { EmptyState } from '../ui/empty-state';
import { PageHeading } from '../ui/page-heading';
import { SkeletonRows } from '../ui/skeleton';
import { NewTicketForm } from './parts/new-ticket-form';

export function NewTicketRoute() {
  const me = useMe();
  return (
    <>
      <PageHeading title={t('newTicket.title')}>{t('newTicket.title')}</PageHeading>
      {!me ? (
        <SkeletonRows label={t('ticket.loading')} rows={3} height={52} />
      ) : mayRaise(me) ? (
        <NewTicketForm key={me.id} me={me} />
      ) : (
        <EmptyState title={t('newTicket.noRight')}>{t('newTicket.noRight.detail')}</EmptyState>
      )}
    </>
  );
}
