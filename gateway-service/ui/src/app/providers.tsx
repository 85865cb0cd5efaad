import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { DesignProvider } from '../ui/provider';

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(newQueryClient);
  return (
    <DesignProvider>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </DesignProvider>
  );
}

/** Failures show at once, with "Try again"; and nothing waits unseen for the network to come back and then gets sent. */
function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', refetchOnReconnect: true, retry: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
