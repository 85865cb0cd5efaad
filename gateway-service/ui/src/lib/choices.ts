import { loadLanguage, wantedLanguages } from './i18n';
import { Store } from './store';
import { Stored } from './stored';
import { setZone } from './zone';

/** What a person chose for all pages; null is what the browser says. The theme's copy is kept by the design system. */
export interface Choices {
  language: string | null;
  timeZone: string | null;
  density: 'comfortable' | 'compact';
}

const usual: Choices = { language: null, timeZone: null, density: 'comfortable' };

/** What this browser keeps of them, for the time before the server says it. */
const kept = () => new Stored('frontdesk-choices', choicesIn);

let applied = usual;

/** Counts what was applied: whoever draws words and times follows it. */
export const drawn = new Store(0);

/** Draws all pages as it is chosen, and remembers it in this browser. */
export async function applyChoices(wanted: Choices): Promise<void> {
  const before = applied;
  if (isSame(before, wanted)) {
    return;
  }
  applied = wanted;
  kept().set(wanted);
  setZone(wanted.timeZone);
  document.documentElement.dataset.density = wanted.density;
  if (wanted.language !== before.language) {
    await loadLanguage(wantedLanguages(wanted.language, navigator.languages));
  }
  drawn.set(drawn.get() + 1);
}

/** Before anything is drawn: what was chosen when this browser last heard of it. */
export async function recallChoices(): Promise<void> {
  const recalled = kept().get();
  await applyChoices(recalled);
  if (recalled.language === null) {
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

/** Of what lies there any part may be missing. */
function choicesIn(found: unknown): Choices {
  const choices = found as Partial<Choices> | null | undefined;
  return {
    language: typeof choices?.language === 'string' ? choices.language : null,
    timeZone: typeof choices?.timeZone === 'string' ? choices.timeZone : null,
    density: choices?.density === 'compact' ? 'compact' : 'comfortable',
  };
}
