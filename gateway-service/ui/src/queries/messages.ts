import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { NewMessage, ReplyToPreview } from '../api/types';
import { accepting, api, dataOf } from '../lib/http';
import { keys } from './keys';
import { live } from './refresher';

/** Oldest first. */
export function useMessages(ticket: number) {
  return useInfiniteQuery({
    queryKey: keys.messages(ticket),
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/v1/tickets/{ticket}/messages', {
          params: {
            path: { ticket },
            query: { limit: 200, ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    meta: live,
  });
}

/** The whole conversation: the newest are what one opens a ticket for, and the list begins with the oldest. */
export function useConversation(ticket: number) {
  const messages = useMessages(ticket);
  const { hasNextPage, isFetching, isError, fetchNextPage } = messages;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) {
      fetchNextPage();
    }
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return messages;
}

/** All that a message says, with what its mail quotes; a message never changes. */
export function useWholeText(ticket: number, message: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.wholeText(ticket, message),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/tickets/{ticket}/messages/{message}/text', {
          params: { path: { ticket, message } },
          headers: accepting('text/plain'),
          parseAs: 'text',
          signal,
        }),
      ),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The mail as it came. */
export function useSource(ticket: number, message: string) {
  return useQuery({
    queryKey: keys.source(ticket, message),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/tickets/{ticket}/messages/{message}/source', {
          params: { path: { ticket, message } },
          headers: accepting('message/rfc822'),
          parseAs: 'text',
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

function pathOf(ticket: number, message: string): string {
  return `/tickets/${ticket}/messages/${encodeURIComponent(message)}`;
}

/** What a browser opens by itself: the address of a mail's HTML for a frame, and of the mail as it came. */
export const addressOf = {
  body: (ticket: number, message: string, shown: { quoted: boolean; remoteImages: boolean }) =>
    `/api/v1${pathOf(ticket, message)}/body?quoted=${shown.quoted}&remoteImages=${shown.remoteImages}`,
  source: (ticket: number, message: string) => `/api/v1${pathOf(ticket, message)}/source`,
  attachment: (id: string) => `/api/v1/attachments/${encodeURIComponent(id)}`,
};

/** The content of a file, for what draws it itself. */
export function readAttachment(id: string, signal: AbortSignal): Promise<ArrayBuffer> {
  return dataOf(
    api.GET('/api/v1/attachments/{id}', {
      params: { path: { id } },
      headers: { Accept: '*/*' },
      parseAs: 'arrayBuffer',
      signal,
    }),
  );
}

/** Sends a message; the same key sends no second one, however often it is tried. */
export function useSendMessage(ticket: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ message, key }: { message: NewMessage; key: string }) => {
      const sent = await dataOf(
        api.POST('/api/v1/tickets/{ticket}/messages', {
          params: { path: { ticket }, header: { 'Idempotency-Key': key } },
          body: message,
        }),
      );
      // Who may write and not read is told no more than its id.
      return sent && 'kind' in sent ? sent : undefined;
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all(ticket) }),
  });
}

/** The mail that a reply would be, as long as somebody looks at it; nothing is kept or sent. */
export function usePreview(reply: ReplyToPreview) {
  return useQuery({
    queryKey: keys.preview(reply),
    queryFn: ({ signal }) =>
      dataOf(api.POST('/api/v1/notifications/preview', { body: reply, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Takes back a reply that is still held. */
export function useTakeBack(ticket: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (message: string) =>
      api.DELETE('/api/v1/tickets/{ticket}/messages/{message}', {
        params: { path: { ticket, message } },
      }),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all(ticket) }),
  });
}
