import { announcement } from '../lib/announce';
import { useStore } from '../lib/store';
import { VisuallyHidden } from '../ui/parts';

export function Announcer() {
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {useStore(announcement)}
    </VisuallyHidden>
  );
}
