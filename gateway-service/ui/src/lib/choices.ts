import { loadLanguage, wantedLanguages } from './i18n';
import { Store } from './store';
import { setZone } from './zone';

/** What a person chose for all pages; null is what the browser says. The theme's copy is kept by the design system. */
export interface Choices {
  language: string | null;
  timeZone: string | null;
  density: 'comfortable' | 'compact';
}

const key = 'frontdesk-choices';
const usual: Choices = { language: null, timeZone: null, density: 'comfortable' };

let applied = usual;

/** Counts what was applied: whoever draws words and times follows it. */
export const drawn = new Store(0);

/** Draws all pages as it is chosen, and remembers it in this browser, for the time before the server says it. */
export async function applyChoices(wanted: Choices): Promise<void> {
  const before = applied;
  if (isSame(before, wanted)) {
    return;
  }
  applied = wanted;
  remember(wanted);
  setZone(wanted.timeZone);
  document.documentElement.dataset.density = wanted.density;
  if (wanted.language !== before.language) {
    await loadLanguage(wantedLanguages(wanted.language, navigator.languages));
  }
  drawn.set(drawn.get() + 1);
}

/** Before anything is drawn: what was chosen when this browser last heard of it. */
export async function recallChoices(): Promise<void> {
  const { language } = recalled();
  await applyChoices(recalled());
  if (language === null) {
    await loadLanguage(navigator.languages);
  }
}

function isSame(one: Choices, other: Choices): boolean {
  return (
    one.language === other.language &&
    one.timeZone === other.timeZone &&
    one.density === other.density
  );
}

function remember(choices: Choices): void {
  try {
    localStorage.setItem(key, JSON.stringify(choices));
  } catch {
    // storage is blocked: it is heard of again with the next page
  }
}

function recalled(): Choices {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Choices>;
    return {
      language: typeof kept.language === 'string' ? kept.language : null,
      timeZone: typeof kept.timeZone === 'string' ? kept.timeZone : null,
      density: kept.density === 'compact' ? 'compact' : 'comfortable',
    };
  } catch {
    return usual;
  }
}
