import type { QueryClient } from '@tanstack/react-query';
import { forgetSaved } from '../lib/draft-copies';
import { csrfToken } from '../lib/http';
import { endEverywhere } from '../lib/live/follow';

/** A real form, because the answer is a page. */
export async function logOut(cache: QueryClient): Promise<void> {
  const token = await csrfToken().catch(() => '');
  endEverywhere();
  cache.clear();
  forgetSaved();
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/auth/logout';
  form.append(
    Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: '_csrf',
      value: token,
    }),
  );
  document.body.append(form);
  form.submit();
}
