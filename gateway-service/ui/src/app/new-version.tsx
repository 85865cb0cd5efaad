import { useEffect, useRef, useState } from 'react';
import { t } from '../lib/i18n';
import { liveness } from '../lib/live/follow';
import { hasNewVersion } from '../lib/new-version';
import { useStore } from '../lib/store';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/** A new version interrupts the stream: when it is back, the page looks for one. It never reloads by itself. */
export function NewVersion() {
  const state = useStore(liveness);
  const interrupted = useRef(false);
  const [isOut, setIsOut] = useState(false);
  useEffect(() => {
    if (state === 'live' && interrupted.current) {
      hasNewVersion().then(setIsOut);
    }
    interrupted.current = state === 'gone';
  }, [state]);
  return (
    isOut && (
      <Notice
        tone="info"
        title={t('app.newVersion')}
        actions={<Button onClick={() => location.reload()}>{t('app.reload')}</Button>}
      />
    )
  );
}
