import { useState } from 'react';
import type { MailPreview, Ticket } from '../../api/types';
import { fileSize } from '../../lib/format';
import { t } from '../../lib/i18n';
import { usePreview } from '../../queries/messages';
import { Dialog } from '../../ui/dialog';
import { Disclosure } from '../../ui/disclosure';
import { ErrorPanel } from '../../ui/error-panel';
import { Notice } from '../../ui/notice';
import { Segmented } from '../../ui/segmented';
import { SkeletonRows } from '../../ui/skeleton';
import { type Draft, partsOf } from './draft';
import styles from './preview-dialog.module.css';

interface PreviewDialogProps {
  ticket: Ticket;
  draft: Draft;
  onClose: () => void;
}

/** The mail that the reply would be, written by the server as when it is sent. */
export function PreviewDialog({ ticket, draft, onClose }: PreviewDialogProps) {
  const preview = usePreview({
    ticketId: ticket.id,
    ...partsOf(draft),
    close: ticket.status === 'open',
  });
  return (
    <Dialog title={t('composer.preview.title')} size="large" onClose={onClose}>
      {preview.data ? (
        <Mail mail={preview.data} />
      ) : preview.error ? (
        <ErrorPanel
          title={t('composer.preview.failed')}
          error={preview.error}
          onRetry={() => preview.refetch()}
        />
      ) : (
        <SkeletonRows label={t('composer.preview.loading')} rows={1} height={320} />
      )}
    </Dialog>
  );
}

function Mail({ mail }: { mail: MailPreview }) {
  const { from, to, cc, attachments, closing } = mail;
  return (
    <>
      {mail.suppressed && (
        <Notice tone="warning" title={t('composer.preview.suppressed')}>
          {mail.suppressed}
        </Notice>
      )}
      <dl className={styles.fields}>
        <Field name={t('composer.preview.from')} value={`${from.name} <${from.address}>`} />
        <Field name={t('composer.to')} value={to} />
        {cc.length > 0 && <Field name={t('composer.cc')} value={cc.join(', ')} />}
        <Field name={t('composer.preview.subject')} value={mail.subject} />
        {attachments.length > 0 && (
          <Field
            name={t('messages.attachments')}
            value={attachments
              .map(({ filename, size }) => `${filename} (${fileSize(size)})`)
              .join(', ')}
          />
        )}
      </dl>
      <Content mail={mail} />
      {closing && (
        <Disclosure summary={t('composer.preview.closing')}>
          <p>
            <bdi>{closing.subject}</bdi>
          </p>
          <PlainText text={closing.text} name={t('composer.preview.closing')} />
        </Disclosure>
      )}
    </>
  );
}

function Field({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </>
  );
}

type Form = 'html' | 'text';

function Content({ mail: { html, text } }: { mail: MailPreview }) {
  const [form, setForm] = useState<Form>('html');
  const name = t('composer.preview.mail');
  if (html === null) {
    return <PlainText text={text} name={name} />;
  }
  return (
    <>
      <Segmented
        label={t('composer.preview.form')}
        value={form}
        options={[
          { value: 'html', label: t('composer.preview.html') },
          { value: 'text', label: t('composer.preview.text') },
        ]}
        onChange={setForm}
      />
      {form === 'html' ? (
        <iframe
          className={styles.frame}
          title={name}
          // nothing runs or opens, and none of it is of our origin
          sandbox=""
          referrerPolicy="no-referrer"
          srcDoc={pageOf(html)}
        />
      ) : (
        <PlainText text={text} name={name} />
      )}
    </>
  );
}

function PlainText({ text, name }: { text: string; name: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.text} aria-label={name} tabIndex={0}>
      <pre dir="auto">{text}</pre>
    </section>
  );
}

/** A frame like this has our policy, and by this page a stricter one: no picture is fetched, no form is sent. */
function pageOf(html: string): string {
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"><style>body{margin:12px;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}</style><body dir="auto">${html}`;
}
