import { t } from '../lib/i18n';
import { NotFound } from './parts/not-found';

export function NotFoundRoute() {
  return <NotFound>{t('notFound.page')}</NotFound>;
}
