/** Moves the focus by one row, or to the first when it is nowhere in the list. False when there are no rows. */
export function focusRow(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-ticket-list] [data-row]')];
  const current = rows.indexOf(document.activeElement as HTMLElement);
  const next = current < 0 ? rows[0] : rows[current + step];
  next?.focus();
  return rows.length > 0;
}

export function focusIsInList(): boolean {
  return document.activeElement?.closest('[data-ticket-list]') != null;
}
