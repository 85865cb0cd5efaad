import { useId } from 'react';
import type { Attachment } from '../../api/types';
import { fileSize } from '../../lib/format';
import { t } from '../../lib/i18n';
import { Button } from '../../ui/button';
import styles from './composer.module.css';
import type { Uploading, useUploads } from './use-uploads';

interface FilesProps {
  files: Attachment[];
  onRemove: (file: Attachment) => void;
  uploads: ReturnType<typeof useUploads>;
}

/** What goes with the message, and what is still on its way. */
export function Files({ files, onRemove, uploads }: FilesProps) {
  const input = useId();
  return (
    <div className={styles.files}>
      {files.length + uploads.uploads.length > 0 && (
        <ul className={styles.fileList} aria-label={t('messages.attachments')}>
          {files.map((file) => (
            <li key={file.id}>
              <bdi>{file.filename}</bdi> <span className={styles.quiet}>{fileSize(file.size)}</span>
              <Button
                tone="quiet"
                onClick={() => onRemove(file)}
                aria-label={t('composer.removeFile', { name: file.filename })}
              >
                {t('composer.remove')}
              </Button>
            </li>
          ))}
          {uploads.uploads.map((each) => (
            <UploadRow key={each.id} upload={each} uploads={uploads} />
          ))}
        </ul>
      )}
      <label htmlFor={input} className={styles.attach}>
        {t('composer.attach')}
      </label>
      <input
        id={input}
        className={styles.fileInput}
        type="file"
        multiple
        onChange={(event) => {
          uploads.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

interface UploadRowProps {
  upload: Uploading;
  uploads: ReturnType<typeof useUploads>;
}

function UploadRow({ upload, uploads }: UploadRowProps) {
  const name = upload.file.name;
  return (
    <li>
      <bdi>{name}</bdi>{' '}
      {upload.error ? (
        <span role="alert" className={styles.error}>
          {upload.error}
        </span>
      ) : (
        <progress value={upload.share} aria-label={t('composer.uploading', { name })} />
      )}
      {upload.error && upload.file.size > 0 && (
        <Button tone="quiet" onClick={() => uploads.retry(upload)}>
          {t('error.retry')}
        </Button>
      )}
      <Button
        tone="quiet"
        onClick={() => uploads.cancel(upload)}
        aria-label={t('composer.removeFile', { name })}
      >
        {t(upload.error ? 'composer.remove' : 'app.cancel')}
      </Button>
    </li>
  );
}
