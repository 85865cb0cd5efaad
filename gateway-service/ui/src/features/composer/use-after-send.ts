import { useLocation } from 'wouter';
import { t } from '../../lib/i18n';
import { justSent } from '../../lib/just-sent';
import { href, paths } from '../../lib/paths';
import { useMe } from '../../queries/me';
import { useNextTicket } from '../../queries/next-ticket';

/** Where one is once a reply is sent, as one prefers it: at its ticket, at the next one of the list, or at the list. */
export function useAfterSend(ticket: number): () => void {
  const wanted = useMe()?.preferences.afterSend;
  const nextOf = useNextTicket();
  const [, navigate] = useLocation();
  return () => {
    if (wanted === 'next' || wanted === 'list') {
      const next = wanted === 'next' ? nextOf(ticket) : undefined;
      const ledTo = next === undefined ? paths.tickets : href(paths.ticket, { id: next });
      justSent.set({ title: t('composer.ledHere', { id: String(ticket) }), ledTo, ticket });
      navigate(ledTo);
    }
  };
}
