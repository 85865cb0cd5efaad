import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/i18n';
import { readAttachment } from '../../queries/messages';
import { VisuallyHidden } from '../../ui/parts';
import { SkeletonRows } from '../../ui/skeleton';
import styles from './attachments.module.css';
import { readPdf } from './pdf';

/** More than a preview needs; the download has all. */
const most = 20;

/** A PDF drawn by this page: it is served as a download only, and never opened by the browser itself. */
export function PdfPages({ id, onFail }: { id: string; onFail: () => void }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    let opened: PDFDocumentProxy | undefined;
    (async () => {
      try {
        opened = await readPdf(await readAttachment(id, controller.signal));
        if (!controller.signal.aborted) {
          setPdf(opened);
        }
      } catch {
        if (!controller.signal.aborted) {
          onFail();
        }
      }
    })();
    return () => {
      controller.abort();
      opened?.loadingTask.destroy();
    };
  }, [id, onFail]);

  if (!pdf) {
    return <SkeletonRows label={t('messages.loading')} rows={1} height={320} />;
  }
  const pages = Array.from({ length: Math.min(pdf.numPages, most) }, (_, index) => index + 1);
  return (
    <div className={styles.pages}>
      {pages.map((number) => (
        <PdfPage key={number} pdf={pdf} number={number} onFail={onFail} />
      ))}
      {pdf.numPages > most && <p>{t('messages.morePages', { count: pdf.numPages - most })}</p>}
    </div>
  );
}

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  number: number;
  onFail: () => void;
}

function PdfPage({ pdf, number, onFail }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    let gone = false;
    let stop = () => {};
    (async () => {
      try {
        const page = await pdf.getPage(number);
        if (gone || !canvas.current) {
          return;
        }
        const sharp = Math.min(2, devicePixelRatio);
        const width = canvas.current.clientWidth * sharp;
        const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
        canvas.current.width = viewport.width;
        canvas.current.height = viewport.height;
        const drawing = page.render({ canvas: canvas.current, viewport });
        stop = () => drawing.cancel();
        await drawing.promise;
        const { items } = await page.getTextContent();
        setText(items.map((item) => ('str' in item ? item.str : '')).join(' '));
      } catch {
        if (!gone) {
          onFail();
        }
      }
    })();
    return () => {
      gone = true;
      stop();
    };
  }, [pdf, number, onFail]);

  const name = t('messages.page', { number, count: pdf.numPages });
  return (
    <figure className={styles.page}>
      <canvas ref={canvas} role="img" aria-label={name} />
      <VisuallyHidden>{text}</VisuallyHidden>
    </figure>
  );
}
