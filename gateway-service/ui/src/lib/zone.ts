let chosen: string | undefined;

/** Where times are told of; undefined is where the browser is. */
export function zone(): string | undefined {
  return chosen;
}

/** A zone that this browser does not know is as good as none. */
export function setZone(wanted: string | null): void {
  chosen = wanted !== null && isKnown(wanted) ? wanted : undefined;
}

export function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
