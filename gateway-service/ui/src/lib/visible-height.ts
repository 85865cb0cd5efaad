/** What an on-screen keyboard leaves of the window, as --fd-visible-height: iOS shrinks nothing else when it comes up. */
export function followVisibleHeight(): void {
  const view = window.visualViewport;
  const tell = () => {
    const height = view && view.scale === 1 ? `${view.height}px` : '100dvh';
    document.documentElement.style.setProperty('--fd-visible-height', height);
  };
  view?.addEventListener('resize', tell);
  tell();
}

/** Tells when a keyboard or a turn leaves another height, and not when somebody zooms. */
export function onVisibleHeight(listener: () => void): () => void {
  const view = window.visualViewport;
  const tell = () => view?.scale === 1 && listener();
  view?.addEventListener('resize', tell);
  return () => view?.removeEventListener('resize', tell);
}
