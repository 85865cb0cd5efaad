import { drawn } from '../lib/choices';
import { useStore } from '../lib/store';
import { Providers } from './providers';
import { Router } from './router';
import { Shell } from './shell';

export function App() {
  // words and times are drawn anew when another language or time zone is chosen
  useStore(drawn);
  return (
    <Providers>
      <Shell>
        <Router />
      </Shell>
    </Providers>
  );
}
