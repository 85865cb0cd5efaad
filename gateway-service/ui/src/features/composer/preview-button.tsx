import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Ticket } from '../../api/types';
import { t } from '../../lib/i18n';
import { Button } from '../../ui/button';
import type { Draft } from './draft';
import { PreviewDialog } from './preview-dialog';

/** Shows what leaves the house before it does. */
export function PreviewButton({ ticket, draft }: { ticket: Ticket; draft: Draft }) {
  const [openedBy, setOpenedBy] = useState<HTMLButtonElement | null>(null);

  function close(): void {
    flushSync(() => setOpenedBy(null));
    openedBy?.focus();
  }

  return (
    <>
      <Button
        tone="quiet"
        disabled={draft.body.trim() === ''}
        onClick={(event) => setOpenedBy(event.currentTarget)}
      >
        {t('composer.preview')}
      </Button>
      {openedBy && <PreviewDialog ticket={ticket} draft={draft} onClose={close} />}
    </>
  );
}
