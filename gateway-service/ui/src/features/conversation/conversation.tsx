import { t } from '../../lib/i18n';
import { useMessages } from '../../queries/messages';
import { Button } from '../../ui/button';
import { ErrorPanel } from '../../ui/error-panel';
import { VisuallyHidden } from '../../ui/parts';
import { SkeletonRows } from '../../ui/skeleton';
import styles from './conversation.module.css';
import { FailedMails } from './failed-mails';
import { MessageCard } from './message-card';

export function Conversation({ ticket }: { ticket: number }) {
  const messages = useMessages(ticket);
  return (
    <section aria-label={t('messages.title')} className={styles.conversation}>
      <VisuallyHidden>
        <h2>{t('messages.title')}</h2>
      </VisuallyHidden>
      <FailedMails ticket={ticket} />
      {messages.data ? (
        <ol className={styles.messages}>
          {messages.data.pages
            .flatMap((page) => page.items)
            .map((message) => (
              <li key={message.id}>
                <MessageCard ticket={ticket} message={message} />
              </li>
            ))}
        </ol>
      ) : messages.error ? (
        <ErrorPanel error={messages.error} onRetry={() => messages.refetch()} />
      ) : (
        <SkeletonRows label={t('messages.loading')} rows={3} height={112} />
      )}
      {messages.data?.pages[0]?.total === 0 && <p>{t('messages.empty')}</p>}
      {messages.hasNextPage && (
        <div>
          <Button onClick={() => messages.fetchNextPage()} loading={messages.isFetchingNextPage}>
            {t('messages.more')}
          </Button>
        </div>
      )}
    </section>
  );
}
