import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/i18n';
import { Button } from '../../ui/button';
import { useLiveFrame } from './live-frames';
import styles from './mail-frame.module.css';

/**
 * Never with allow-scripts: together with allow-same-origin it would lift the sandbox. Same origin, because the height is
 * measured from outside, and because the pictures of the mail need the session.
 */
export const sandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

const least = 40;
const most = 20_000;
/** A mail whose height follows from its frame's would grow for ever. */
const mostGrowths = 30;

export interface FrameContent {
  /** How many pictures from elsewhere were not loaded. */
  blocked: number;
  /** Whether something that the mail quotes was left out. */
  folded: boolean;
  /** Addresses of pictures that can't be drawn. */
  broken: string[];
}

interface MailFrameProps {
  src: string;
  title: string;
  /** Shown while the frame is not. */
  text: string;
  onContent: (content: FrameContent) => void;
  onFail: () => void;
}

/** A mail's HTML, which the server has sanitised, in a page of its own: it is never part of ours. */
export function MailFrame({ src, title, text, onContent, onFail }: MailFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const stop = useRef<() => void>(() => {});
  const live = useLiveFrame(place);
  const [height, setHeight] = useState(120);
  const [whole, setWhole] = useState(false);
  useEffect(() => () => stop.current(), []);

  function onLoad(): void {
    const page = frame.current?.contentDocument;
    stop.current();
    if (!frame.current || !page || page.contentType !== 'text/html') {
      onFail();
      return;
    }
    onContent({
      blocked: page.querySelectorAll('[data-remote-src]').length,
      folded: page.documentElement.hasAttribute('data-folded'),
      broken: withoutBroken(page),
    });
    stop.current = follow(frame.current, page, setHeight);
  }

  const shown = whole ? height : Math.min(height, most);
  return (
    <div ref={place} className={styles.sheet}>
      {live ? (
        <iframe
          ref={frame}
          className={styles.frame}
          src={src}
          title={title}
          sandbox={sandbox}
          referrerPolicy="no-referrer"
          height={shown}
          onLoad={onLoad}
        />
      ) : (
        <p className={styles.snippet} style={{ blockSize: shown }} dir="auto">
          {text}
        </p>
      )}
      {height > most && !whole && (
        <div className={styles.more}>
          <Button onClick={() => setWhole(true)}>{t('messages.showAll')}</Button>
        </div>
      )}
    </div>
  );
}

/** What can't be drawn is its name, as the server leaves it of a picture that is not loaded; answers where it was. */
function withoutBroken(page: Document): string[] {
  const broken = [...page.images].filter((each) => each.complete && each.naturalWidth === 0);
  return broken.map((image) => {
    const name = page.createElement('span');
    name.className = 'picture';
    name.textContent = image.alt;
    image.replaceWith(name);
    return image.getAttribute('src') ?? '';
  });
}

/** Keeps the frame as high as its content; a new width, by a turn of the phone or a zoom, is a new beginning. */
function follow(
  frame: HTMLIFrameElement,
  page: Document,
  onHeight: (height: number) => void,
): () => void {
  let growths = 0;
  let before = 0;
  let width = frame.clientWidth;
  const measure = () => {
    if (frame.clientWidth !== width) {
      width = frame.clientWidth;
      growths = 0;
    }
    const scrollbar = frame.clientHeight - page.documentElement.clientHeight;
    const height = Math.max(least, page.body.offsetHeight + Math.max(0, scrollbar));
    if (height > before && ++growths > mostGrowths) {
      return;
    }
    before = height;
    onHeight(height);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(page.body);
  observer.observe(frame);
  measure();
  return () => observer.disconnect();
}
