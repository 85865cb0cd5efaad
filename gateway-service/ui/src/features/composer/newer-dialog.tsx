import type { Message } from '../../api/types';
import { t } from '../../lib/i18n';
import { nameOf } from '../../lib/person';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import styles from './composer.module.css';
import { publicAfter } from './recipients';

interface NewerDialogProps {
  messages: Message[];
  seenThrough: string | null;
  onReview: () => void;
  onSendAnyway: () => void;
}

/** Nothing left: the conversation went on while the reply was written. */
export function NewerDialog({ messages, seenThrough, onReview, onSendAnyway }: NewerDialogProps) {
  return (
    <Dialog title={t('composer.wentOn')} size="large" onClose={onReview}>
      <p>{t('composer.wentOn.detail')}</p>
      <ul className={styles.newer}>
        {publicAfter(messages, seenThrough).map((message) => (
          <li key={message.id}>
            <strong dir="auto">
              {t(`messages.${message.kind}`, { name: nameOf(message.author) })}
            </strong>
            {message.heldUntil && <span> · {t('mail.state.held')}</span>}
            <p dir="auto">{message.body.slice(0, 1000)}</p>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onClick={onSendAnyway}>{t('composer.sendAnyway')}</Button>
        <Button tone="primary" onClick={onReview}>
          {t('composer.review')}
        </Button>
      </div>
    </Dialog>
  );
}
