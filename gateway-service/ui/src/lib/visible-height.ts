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
