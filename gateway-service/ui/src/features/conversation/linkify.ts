export type Piece = { text: string; href?: string };

const address = /\bhttps?:\/\/[^\s<>"]+/gi;

/** Cuts plain text into pieces and marks web addresses; nothing but http and https ever becomes a link. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const shown = withoutTail(match[0]);
    if (!URL.canParse(shown)) {
      continue;
    }
    pieces.push({ text: text.slice(end, match.index) }, { text: shown, href: shown });
    end = match.index + shown.length;
  }
  pieces.push({ text: text.slice(end) });
  return pieces.filter((piece) => piece.text !== '');
}

/** The full stop after an address, and the bracket around it, belong to the sentence. */
function withoutTail(found: string): string {
  const trimmed = found.replace(/[.,;:!?'"\]}>]+$/, '');
  return trimmed.endsWith(')') && !trimmed.includes('(')
    ? withoutTail(trimmed.slice(0, -1))
    : trimmed;
}
