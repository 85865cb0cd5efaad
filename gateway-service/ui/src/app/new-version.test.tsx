import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { axeViolations, renderApp } from '../test/render-app';
import { alice, aPage, aTicket } from '../test/samples';
import { serve } from '../test/server';

const page = (script: string) =>
  `<!doctype html><script src="/color-scheme.js"></script><script type="module" src="${script}"></script>`;

const running = document.createElement('script');
running.type = 'module';
running.setAttribute('src', '/assets/index-1.js');

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  document.head.append(running);
});

afterEach(() => running.remove());

async function interrupted(frontPage: string) {
  const { calls, stream } = serve({
    'GET /me': { body: alice },
    'GET /tickets': { body: aPage([aTicket()]) },
    'GET /': { body: frontPage },
  });
  renderApp('/tickets');
  await stream.open();
  await screen.findByRole('table');
  stream.breakOff();
  await stream.open();
  await waitFor(() => expect(calls.some(({ path }) => path === '/')).toBe(true));
}

test('a new version is offered once the stream is back, and nothing is reloaded', async () => {
  await interrupted(page('/assets/index-2.js'));
  expect(await screen.findByText('A new version is ready')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
  expect(await axeViolations()).toEqual([]);
});

test.each([
  ['the same version', page('/assets/index-1.js')],
  ['a page of something else', '<!doctype html><p>Back soon'],
])('%s is none', async (_, frontPage) => {
  await interrupted(frontPage);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(screen.queryByText('A new version is ready')).toBeNull();
});
