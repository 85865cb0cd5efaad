import { type ReactNode, useEffect, useRef } from 'react';
import { announce } from '../lib/announce';
import { cameFromAnotherPage } from '../lib/navigation';

interface PageHeadingProps {
  /** Title of the browser tab. */
  title: string;
  children: ReactNode;
}

/** The h1 of a page. After a navigation it takes the focus, so that the next Tab starts at the top of the new page. */
export function PageHeading({ title, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · Frontdesk`;
  }, [title]);

  useEffect(() => {
    if (cameFromAnotherPage()) {
      heading.current?.focus({ preventScroll: true });
      announce(heading.current?.textContent ?? '');
    }
  }, []);

  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
