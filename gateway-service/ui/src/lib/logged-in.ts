/** Where the pages of a browser hear that somebody has logged in, in a window or a tab of its own. */
const channel = 'frontdesk-session';

export function tellLoggedIn(): void {
  const pages = new BroadcastChannel(channel);
  pages.postMessage('logged-in');
  pages.close();
}

export function onLoggedIn(listener: () => void): () => void {
  const pages = new BroadcastChannel(channel);
  pages.onmessage = () => listener();
  return () => pages.close();
}
