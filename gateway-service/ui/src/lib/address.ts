const pattern = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/** Whether mail can be sent there, as far as one sees it. */
export function isAddress(text: string): boolean {
  return pattern.test(text);
}

/** Of "Anna Berg <anna@acme.example>" the address; what is written in another way is taken as it is. */
export function addressIn(typed: string): string {
  return (/<([^<>]+)>\s*$/.exec(typed)?.[1] ?? typed).trim();
}
