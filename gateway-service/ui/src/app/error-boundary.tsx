import { Component, type ReactNode } from 'react';
import { t } from '../lib/i18n';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/** A page that throws leaves the header, and says so. The next navigation starts afresh. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) {
      return this.props.children;
    }
    return (
      <Notice
        tone="danger"
        title={t('app.crash')}
        actions={<Button onClick={() => location.reload()}>{t('app.reload')}</Button>}
      >
        {t('app.crash.detail')}
      </Notice>
    );
  }
}
