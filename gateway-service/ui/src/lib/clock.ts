let behind = 0;

/** Takes the server's time from the Date of an answer, which counts whole seconds. */
export function hearServer(date: string | null): void {
  const time = date ? Date.parse(date) : Number.NaN;
  if (!Number.isNaN(time)) {
    behind = time + 500 - Date.now();
  }
}

/** What time it is where deadlines are kept, however wrong this machine's clock is. */
export function serverNow(): number {
  return Date.now() + behind;
}
