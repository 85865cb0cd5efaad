let heardAt = Date.now();

/** Notes that the server has answered, or told something. */
export function hear(): void {
  heardAt = Date.now();
}

/** When that was last so, in milliseconds since 1970: how old the data on the page may be. */
export function lastHeard(): number {
  return heardAt;
}
