import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Message, NewMessage, ReplyToPreview } from '../api/types';
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

/** Takes back a reply that is still held; answers as what it was formatted, null if it is text alone. */
export function useTakeBack(ticket: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ id: message, hasHtml }: Message) => {
      const html = hasHtml ? await formatted(ticket, message) : null;
      await api.DELETE('/api/v1/tickets/{ticket}/messages/{message}', {
        params: { path: { ticket, message } },
      });
      return html;
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all(ticket) }),
  });
}

/** That it can't be had is no reason to let a reply leave. */
async function formatted(ticket: number, message: string): Promise<string | null> {
  try {
    const page = await dataOf(
      api.GET('/api/v1/tickets/{ticket}/messages/{message}/body', {
        params: { path: { ticket, message }, query: { quoted: true } },
        headers: accepting('text/html'),
        parseAs: 'text',
      }),
    );
    return page ? new DOMParser().parseFromString(page, 'text/html').body.getHTML() : null;
  } catch {
    return null;
  }
}
