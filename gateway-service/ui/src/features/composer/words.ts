/** What somebody writes. */
export interface Words {
  /** All of it, as text. */
  body: string;
  /** As it was formatted; null if it is text alone. */
  html: string | null;
}

/** A line with nothing in it, which has its height in every mail program. */
export const emptyLine = '<div><br></div>';

/** Of text, what an editor shows: each line as it is. */
export function editable({ body, html }: Words): string {
  return (html ?? asHtml(body)).replaceAll(emptyLine, '<div></div>');
}

function asHtml(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (line === '' ? emptyLine : `<div>${escaped(line)}</div>`))
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** One below the other, with an empty line between; of nothing nothing is left. */
export function joined(one: Words, other: Words): Words {
  const parts = [one, other].filter(({ body }) => body.trim() !== '');
  return {
    body: parts.map(({ body }) => body).join('\n\n'),
    html: parts.some(({ html }) => html !== null)
      ? parts.map(({ body, html }) => html ?? asHtml(body)).join(emptyLine)
      : null,
  };
}
