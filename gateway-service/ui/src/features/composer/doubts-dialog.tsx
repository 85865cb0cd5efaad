import { t } from '../../lib/i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import styles from './composer.module.css';
import { doubtsOf } from './doubts';
import type { Draft } from './draft';

interface DoubtsProps {
  draft: Draft;
  onBack: () => void;
  onSend: () => void;
}

/** One question before a mail leaves that may lack something. */
export function Doubts({ draft, onBack, onSend }: DoubtsProps) {
  return (
    <Dialog title={t('composer.doubt')} onClose={onBack}>
      {doubtsOf(draft).map((doubt) => (
        <p key={doubt}>{doubt}</p>
      ))}
      <div className={styles.actions}>
        <Button onClick={onSend}>{t('composer.sendAnyway')}</Button>
        <Button tone="primary" onClick={onBack}>
          {t('composer.back')}
        </Button>
      </div>
    </Dialog>
  );
}
