import type { Ticket } from '../../../api/types';
import { Button } from '../../../ui/button';
import { closeLabel, reopenLabel } from '../status-label';

interface StatusButtonProps {
  ticket: Ticket;
  onClick: () => void;
  disabled: boolean;
}

/** Says what the click does, and who hears of it. */
export function StatusButton({ ticket, ...button }: StatusButtonProps) {
  return (
    <Button {...button} wide>
      {ticket.status === 'open' ? closeLabel(ticket) : reopenLabel(ticket)}
    </Button>
  );
}
