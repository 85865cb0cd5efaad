import type { Ticket } from '../../../api/types';
import { t } from '../../../lib/i18n';
import { Button } from '../../../ui/button';

interface StatusButtonProps {
  ticket: Ticket;
  onClick: () => void;
  disabled: boolean;
}

/** Says what the click does, and who hears of it. */
export function StatusButton({ ticket, ...button }: StatusButtonProps) {
  const open = ticket.status === 'open';
  return (
    <Button {...button} wide>
      {t(open ? 'ticket.close' : 'ticket.reopen', { email: ticket.requester.email })}
    </Button>
  );
}
