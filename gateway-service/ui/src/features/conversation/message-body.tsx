import { useId, useState } from 'react';
import type { Message } from '../../api/types';
import { t } from '../../lib/i18n';
import { addressOf, useWholeText } from '../../queries/messages';
import { Button } from '../../ui/button';
import { ErrorPanel } from '../../ui/error-panel';
import { Notice } from '../../ui/notice';
import { linkify } from './linkify';
import { type FrameContent, MailFrame } from './mail-frame';
import styles from './message-card.module.css';

interface MessageBodyProps {
  ticket: number;
  message: Message;
  /** What the message is called. */
  name: string;
  /** With the addresses of pictures in it that can't be drawn. */
  onBroken: (pictures: string[]) => void;
}

export function MessageBody(props: MessageBodyProps) {
  return props.message.hasHtml ? <FormattedBody {...props} /> : <FoldedText {...props} />;
}

/** As its sender formatted it; pictures from elsewhere only when asked for, since by them senders learn who reads. */
function FormattedBody({ ticket, message, name, onBroken }: MessageBodyProps) {
  const [remoteImages, setRemoteImages] = useState(false);
  const [quoted, setQuoted] = useState(false);
  const [failed, setFailed] = useState(false);
  const [content, setContent] = useState({ blocked: 0, folded: false });
  const unfolds = message.hasQuoted && (quoted || content.folded);

  function onContent({ broken, ...rest }: FrameContent): void {
    setContent(rest);
    onBroken(broken);
  }

  if (failed) {
    return (
      <>
        <Notice tone="warning" title={t('messages.htmlFailed')} />
        <FoldedText ticket={ticket} message={message} />
      </>
    );
  }
  return (
    <>
      {content.blocked > 0 && (
        <div className={styles.blocked}>
          <span>{t('messages.blocked', { count: content.blocked })}</span>
          <Button onClick={() => setRemoteImages(true)}>{t('messages.showImages')}</Button>
        </div>
      )}
      <MailFrame
        src={addressOf.body(ticket, message.id, { quoted, remoteImages })}
        title={name}
        text={message.body}
        onContent={onContent}
        onFail={() => setFailed(true)}
      />
      {unfolds && (
        <div className={styles.fold}>
          <Button aria-expanded={quoted} onClick={() => setQuoted(!quoted)}>
            {t(quoted ? 'messages.fold' : 'messages.unfold')}
          </Button>
        </div>
      )}
    </>
  );
}

/** What the author wrote; all that the mail says once it is asked for. */
function FoldedText({ ticket, message }: Pick<MessageBodyProps, 'ticket' | 'message'>) {
  const body = useId();
  const [unfolded, setUnfolded] = useState(false);
  const whole = useWholeText(ticket, message.id, unfolded);
  const shown = unfolded && whole.data !== undefined;
  if (!message.hasQuoted) {
    return <Text text={message.body} />;
  }
  return (
    <>
      <div id={body}>
        <Text text={shown ? whole.data : message.body} />
      </div>
      {unfolded && whole.error && (
        <ErrorPanel error={whole.error} onRetry={() => whole.refetch()} />
      )}
      <div className={styles.fold}>
        <Button
          aria-expanded={shown}
          aria-controls={body}
          loading={unfolded && whole.isFetching}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t(shown ? 'messages.fold' : 'messages.unfold')}
        </Button>
      </div>
    </>
  );
}

function Text({ text }: { text: string }) {
  if (text.trim() === '') {
    return <p className={styles.when}>{t('messages.noText')}</p>;
  }
  return (
    <div className={styles.body} dir="auto">
      {linkify(text).map(({ text: shown, href }, index) =>
        href ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
          <a key={index} href={href} target="_blank" rel="noopener noreferrer">
            {shown}
          </a>
        ) : (
          shown
        ),
      )}
    </div>
  );
}
