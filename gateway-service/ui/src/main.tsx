import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { recallChoices } from './lib/choices';
import { leaveKeysToInputMethods } from './lib/shortcuts/input-method';
import { followVisibleHeight } from './lib/visible-height';

// A page that Back brings out of the browser's memory may belong to a session that is over.
addEventListener('pageshow', (event) => {
  if (event.persisted) {
    location.reload();
  }
});

leaveKeysToInputMethods();
followVisibleHeight();

const root = document.getElementById('root');
if (root) {
  recallChoices().then(() => createRoot(root).render(<App />));
}
