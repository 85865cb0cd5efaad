import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = worker;

/** The fonts that a PDF need not bring itself. */
const fonts = import.meta.glob<string>('/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
});

class OwnFonts {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = fonts[`/node_modules/pdfjs-dist/standard_fonts/${filename}`];
    const answer = await fetch(address ?? '');
    return new Uint8Array(await answer.arrayBuffer());
  }
}

/**
 * Reads a stranger's PDF with as little as drawing it takes: no script, no forms, and letters drawn as lines, since a font
 * is a program too.
 */
export function readPdf(data: ArrayBuffer): Promise<PDFDocumentProxy> {
  return getDocument({
    data,
    StandardFontDataFactory: OwnFonts,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
    enableXfa: false,
    isEvalSupported: false,
  }).promise;
}
