import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Message, NewMessage, Page } from '../api/types';
import { read, readBytes, readText, write } from '../lib/http';
import { keys } from './keys';
import { live } from './refresh';

/** Oldest first. */
export function useMessages(ticket: number) {
  return useInfiniteQuery({
    queryKey: keys.messages(ticket),
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : '';
      return read<Page<Message>>(`/tickets/${ticket}/messages?limit=200${cursor}`, signal);
    },
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
    queryFn: ({ signal }) => readText(`${pathOf(ticket, message)}/text`, 'text/plain', signal),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The mail as it came. */
export function useSource(ticket: number, message: string) {
  return useQuery({
    queryKey: keys.source(ticket, message),
    queryFn: ({ signal }) =>
      readText(`${pathOf(ticket, message)}/source`, 'message/rfc822', signal),
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
  return readBytes(`/attachments/${encodeURIComponent(id)}`, signal);
}

export function useSendMessage(ticket: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (message: NewMessage) =>
      write<Message>(`/tickets/${ticket}/messages`, { method: 'POST', body: message }),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all(ticket) }),
  });
}

/** Takes back a reply that is still held. */
export function useTakeBack(ticket: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (message: string) => write(pathOf(ticket, message), { method: 'DELETE' }),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all(ticket) }),
  });
}
