import { dateTime } from '../../lib/format';
import { t } from '../../lib/i18n';
import { Button } from '../../ui/button';
import { reasonOf } from '../../ui/error-panel';
import { Notice } from '../../ui/notice';
import styles from './composer.module.css';
import type { Draft } from './draft';
import type { NotKept } from './kept-draft';
import { taken, together } from './reconcile';

interface DraftNoticesProps {
  draft: Draft;
  notKept: NotKept | null;
  onChange: (draft: Draft) => void;
}

/** What happened to the draft elsewhere, and what its writer makes of it. */
export function DraftNotices({ draft, notKept, onChange }: DraftNoticesProps) {
  const { other } = draft;
  return (
    <>
      {draft.outlived && (
        <Notice
          tone="info"
          title={t('composer.outlived')}
          actions={
            <Button onClick={() => onChange({ ...draft, outlived: false })}>
              {t('composer.understood')}
            </Button>
          }
        />
      )}
      {other && (
        <Notice
          tone="warning"
          title={t('composer.other', { time: dateTime(other.savedAt) })}
          actions={
            <>
              <Button onClick={() => onChange(together(draft, other))}>
                {t('composer.other.both')}
              </Button>
              <Button onClick={() => onChange({ ...draft, base: other.version, other: null })}>
                {t('composer.other.mine')}
              </Button>
              <Button onClick={() => onChange(taken(other))}>{t('composer.other.theirs')}</Button>
            </>
          }
        >
          <blockquote dir="auto" className={styles.other}>
            {other.body}
          </blockquote>
        </Notice>
      )}
      {draft.unsaved && notKept && !other && (
        <p className={styles.quiet}>
          {t('composer.notKept')} {reasonOf(notKept.error)}
        </p>
      )}
    </>
  );
}
