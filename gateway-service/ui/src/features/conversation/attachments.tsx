import { type ComponentType, lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Attachment } from '../../api/types';
import { fileSize } from '../../lib/format';
import { t } from '../../lib/i18n';
import { addressOf } from '../../queries/messages';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ClipIcon } from '../../ui/icons';
import { SkeletonRows } from '../../ui/skeleton';
import styles from './attachments.module.css';

interface PdfProps {
  id: string;
  onFail: () => void;
}

/** Larger than all the rest of the page, and wanted by few. After a new version is installed it may be gone. */
const PdfPages = lazy<ComponentType<PdfProps>>(() =>
  import('./pdf-pages').then(
    ({ PdfPages }) => ({ default: PdfPages }),
    () => ({ default: NotLoaded }),
  ),
);

function NotLoaded({ onFail }: PdfProps) {
  useEffect(onFail, [onFail]);
  return null;
}

/** What the server serves to be looked at; anything else is a download. */
const pdf = 'application/pdf';
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export function Attachments({ attachments }: { attachments: Attachment[] }) {
  return (
    <ul className={styles.attachments} aria-label={t('messages.attachments')}>
      {attachments.map((file) => (
        <li key={file.id}>
          <a href={addressOf.attachment(file.id)} download={file.filename}>
            <ClipIcon />
            <bdi>{file.filename}</bdi>
          </a>
          <span className={styles.size}>{fileSize(file.size)}</span>
          {[...pictures, pdf].includes(file.contentType) ? (
            <Preview file={file} />
          ) : (
            <span className={styles.size}>{t('messages.withoutPreview')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Preview({ file }: { file: Attachment }) {
  const [open, setOpen] = useState(false);
  const [broken, setBroken] = useState(false);
  const fail = useCallback(() => setBroken(true), []);
  return (
    <>
      <Button
        tone="quiet"
        aria-label={t('messages.previewOf', { name: file.filename })}
        onClick={() => setOpen(true)}
      >
        {t('messages.preview')}
      </Button>
      {open && (
        <Dialog title={file.filename} size="large" onClose={() => setOpen(false)}>
          {broken ? (
            <p>{t('messages.noPreview')}</p>
          ) : file.contentType === pdf ? (
            <Suspense
              fallback={<SkeletonRows label={t('messages.loading')} rows={1} height={320} />}
            >
              <PdfPages id={file.id} onFail={fail} />
            </Suspense>
          ) : (
            <img
              className={styles.picture}
              src={addressOf.attachment(file.id)}
              alt={file.filename}
              onError={fail}
            />
          )}
          <p className={styles.ways}>
            <a href={addressOf.attachment(file.id)} download={file.filename}>
              {t('messages.download', { size: fileSize(file.size) })}
            </a>
            {pictures.includes(file.contentType) && !broken && (
              <a href={addressOf.attachment(file.id)} target="_blank" rel="noopener noreferrer">
                {t('messages.openFull')}
              </a>
            )}
          </p>
        </Dialog>
      )}
    </>
  );
}
