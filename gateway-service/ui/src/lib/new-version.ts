const script = 'script[type="module"]';

/** Whether the server has another version of the web UI than this page: the script of each has a name of its own. */
export async function hasNewVersion(): Promise<boolean> {
  const running = document.querySelector(script)?.getAttribute('src');
  const latest = scriptIn(await frontPage());
  return Boolean(running && latest && running !== latest);
}

async function frontPage(): Promise<string> {
  try {
    const answer = await fetch(
      new Request(new URL('/', location.href), {
        headers: { Accept: 'text/html' },
        cache: 'no-store',
      }),
    );
    return answer.ok ? await answer.text() : '';
  } catch {
    return '';
  }
}

function scriptIn(page: string): string | null | undefined {
  return new DOMParser()
    .parseFromString(page, 'text/html')
    .querySelector(script)
    ?.getAttribute('src');
}
