import { formatLocale } from './i18n';
import { zone } from './zone';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export function dateTime(iso: string): string {
  return new Intl.DateTimeFormat(formatLocale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone(),
  }).format(new Date(iso));
}

/** The time of day: "10:02". */
export function timeOf(millis: number): string {
  return new Intl.DateTimeFormat(formatLocale(), { timeStyle: 'short', timeZone: zone() }).format(
    millis,
  );
}

/** What a clock shows there. */
export function clockIn(timeZone: string, now: number): string {
  return new Intl.DateTimeFormat(formatLocale(), {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(now);
}

/** "2 hours ago"; after a week the date, which then says more. */
export function age(iso: string, now: number): string {
  const passed = Math.max(0, now - Date.parse(iso));
  if (passed >= 7 * day) {
    return new Intl.DateTimeFormat(formatLocale(), {
      dateStyle: 'medium',
      timeZone: zone(),
    }).format(new Date(iso));
  }
  const ago = new Intl.RelativeTimeFormat(formatLocale(), { numeric: 'auto' });
  if (passed < minute) {
    return ago.format(0, 'second');
  }
  if (passed < hour) {
    return ago.format(-Math.floor(passed / minute), 'minute');
  }
  return passed < day
    ? ago.format(-Math.floor(passed / hour), 'hour')
    : ago.format(-Math.floor(passed / day), 'day');
}

/** Calendar time in its two largest units: "5h 12m". */
export function duration(milliseconds: number): string {
  const parts: [number, string][] = [
    [Math.floor(milliseconds / day), 'day'],
    [Math.floor((milliseconds % day) / hour), 'hour'],
    [Math.floor((milliseconds % hour) / minute), 'minute'],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  const shown = first < 0 ? parts.slice(2) : parts.slice(first, first + 2);
  return shown
    .filter(([amount], index) => amount > 0 || index === 0)
    .map(([amount, unit]) => unitOf(amount, unit))
    .join(' ');
}

/** "Anna, Bo and Cem" */
export function listOf(names: string[]): string {
  return new Intl.ListFormat(formatLocale(), { type: 'conjunction' }).format(names);
}

export function fileSize(bytes: number): string {
  return bytes < 1_000_000
    ? unitOf(Math.max(1, Math.round(bytes / 1000)), 'kilobyte', 'short')
    : unitOf(Math.round(bytes / 100_000) / 10, 'megabyte', 'short');
}

function unitOf(amount: number, unit: string, unitDisplay: 'narrow' | 'short' = 'narrow'): string {
  return new Intl.NumberFormat(formatLocale(), { style: 'unit', unit, unitDisplay }).format(amount);
}
