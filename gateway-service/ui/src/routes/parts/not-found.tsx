import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { t } from '../../lib/i18n';
import { paths } from '../../lib/paths';
import { PageHeading } from '../../ui/page-heading';

/** The same words for what does not exist and for what is not yours. */
export function NotFound({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeading title={t('notFound.title')}>{t('notFound.title')}</PageHeading>
      <p>{children}</p>
      <Link href={paths.tickets}>{t('notFound.back')}</Link>
    </>
  );
}
