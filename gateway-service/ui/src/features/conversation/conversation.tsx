import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Message } from '../../api/types';
import { t } from '../../lib/i18n';
import { useConversation } from '../../queries/messages';
import { useNames } from '../../queries/names';
import { useHistory, useMail } from '../../queries/trail';
import { Button } from '../../ui/button';
import { ErrorPanel } from '../../ui/error-panel';
import { VisuallyHidden } from '../../ui/parts';
import { SkeletonRows } from '../../ui/skeleton';
import { anchorOf } from './anchor';
import styles from './conversation.module.css';
import { ChangeLine, MailLine } from './event-line';
import { FailedMails } from './failed-mails';
import { MessageCard } from './message-card';
import { type Happening, startOfLatest, timelineOf } from './timeline';

/** So many messages are shown at first, and so many more with each click. */
const atFirst = 6;
const more = 30;

interface ConversationProps {
  ticket: number;
  /** What stands below a message that can still be taken back. */
  held: (message: Message) => ReactNode;
}

export function Conversation({ ticket, held }: ConversationProps) {
  const section = useRef<HTMLElement>(null);
  const messages = useConversation(ticket);
  const list = messages.data?.pages.flatMap((page) => page.items);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={t('messages.title')}
      className={styles.conversation}
    >
      <VisuallyHidden>
        <h2>{t('messages.title')}</h2>
      </VisuallyHidden>
      <FailedMails ticket={ticket} onGone={() => section.current?.focus()} />
      {list ? (
        <Timeline ticket={ticket} messages={list} held={held} />
      ) : messages.error ? (
        <ErrorPanel error={messages.error} onRetry={() => messages.refetch()} />
      ) : (
        <SkeletonRows label={t('messages.loading')} rows={3} height={112} />
      )}
      {list?.length === 0 && <p>{t('messages.empty')}</p>}
      {messages.isFetchNextPageError && (
        <ErrorPanel error={messages.error} onRetry={() => messages.fetchNextPage()} />
      )}
    </section>
  );
}

interface TimelineProps extends ConversationProps {
  messages: Message[];
}

function Timeline({ ticket, messages, held }: TimelineProps) {
  const changes = useHistory(ticket);
  const mail = useMail(ticket);
  const names = useNames(ticket);
  const timeline = timelineOf(messages, changes.data ?? [], mail.data ?? []);
  const [shown, setShown] = useState(atFirst);
  const linked = useLinkedMessage(messages);
  const start = startOfLatest(timeline, Math.max(shown, linked));
  const folded = timeline.slice(0, start).filter(({ kind }) => kind === 'message').length;

  function content(happening: Happening): ReactNode {
    switch (happening.kind) {
      case 'message':
        return (
          <MessageCard
            ticket={ticket}
            message={happening.message}
            mail={mail.data?.find(
              (each) => each.direction === 'in' && each.message === happening.message.id,
            )}
            held={held(happening.message)}
          />
        );
      case 'change':
        return <ChangeLine entry={happening.entry} names={names} />;
      case 'mail':
        return <MailLine mail={happening.mail} />;
    }
  }

  return (
    <>
      {folded > 0 && (
        <Button onClick={() => setShown(Math.max(shown, linked) + more)}>
          {t('messages.earlier', { count: folded })}
        </Button>
      )}
      <ol className={styles.messages}>
        {timeline.slice(start).map((happening) => (
          <li key={happening.key}>{content(happening)}</li>
        ))}
      </ol>
    </>
  );
}

/** A link to a message shows it, however old it is. Answers how many of the latest that takes. */
function useLinkedMessage(messages: Message[]): number {
  const anchor = location.hash.slice(1);
  const index = messages.findIndex((message) => anchorOf(message) === anchor);
  const found = index >= 0;
  useEffect(() => {
    if (found) {
      document.getElementById(anchor)?.scrollIntoView();
    }
  }, [found, anchor]);
  return found ? messages.length - index : 0;
}
