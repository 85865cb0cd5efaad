import { Providers } from './providers';
import { Router } from './router';
import { Shell } from './shell';

export function App() {
  return (
    <Providers>
      <Shell>
        <Router />
      </Shell>
    </Providers>
  );
}
