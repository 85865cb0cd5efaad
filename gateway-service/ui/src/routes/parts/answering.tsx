import type { Me, Ticket } from '../../api/types';
import { AnswerBar } from '../../features/composer/answer-bar';
import { HeldReply } from '../../features/composer/held-reply';
import { useComposer } from '../../features/composer/use-composer';
import { Conversation } from '../../features/conversation/conversation';
import { useMessages } from '../../queries/messages';
import { useBePresent } from '../../queries/presence';

/** The conversation, and what one adds to it. */
export function Answering({ ticket, me }: { ticket: Ticket; me: Me }) {
  const conversation = useMessages(ticket.id);
  const messages = conversation.data?.pages.flatMap((page) => page.items);
  const composer = useComposer(me.id, ticket, messages ?? []);
  useBePresent(ticket.id, composer.mode === 'reply');
  return (
    <>
      <Conversation
        ticket={ticket.id}
        held={(message) => (
          <HeldReply
            ticket={ticket}
            messages={messages ?? []}
            message={message}
            mine={message.author.id === me.id}
            kept={composer.of.reply.kept}
            onTakenBack={() => composer.open('reply')}
          />
        )}
      />
      {messages && !conversation.hasNextPage && (
        <AnswerBar ticket={ticket} messages={messages} composer={composer} />
      )}
    </>
  );
}
