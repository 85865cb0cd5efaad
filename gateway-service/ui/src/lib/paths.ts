/** The address of every screen. The router matches these and `href` fills them in; nobody else spells one. */
export const paths = {
  tickets: '/tickets',
  profile: '/profile',
  /** Where a login in a window of its own leads. */
  loggedIn: '/logged-in',
  newTicket: '/tickets/new',
  ticket: '/tickets/:id',
} as const;

/** What is no page of this application. */
export const addresses = {
  /** Leads to the login server's pages. */
  account: '/auth/account',
} as const;

type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export function href<Path extends string>(
  path: Path,
  ...[params]: [Names<Path>] extends [never] ? [] : [Record<Names<Path>, string | number>]
): string {
  return path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string | number>)[name] ?? ''),
  );
}
