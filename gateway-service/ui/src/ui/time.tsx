import { age, dateTime } from '../lib/format';
import { useNow } from '../lib/now';

/** How long ago; the full date on hover. */
export function Age({ at }: { at: string }) {
  return (
    <time dateTime={at} title={dateTime(at)}>
      {age(at, useNow())}
    </time>
  );
}

/** The full date, where there is room for it. */
export function Instant({ at }: { at: string }) {
  return <time dateTime={at}>{dateTime(at)}</time>;
}
