import { useEffect } from 'react';
import { applyChoices } from '../lib/choices';
import { singleKeys } from '../lib/shortcuts/enabled';
import { useMe } from '../queries/me';
import { useColorScheme } from '../ui/color-scheme';

/** All pages follow what one prefers, wherever it was chosen. Once, in the shell. */
export function useChoices(): void {
  const me = useMe();
  const [scheme, setScheme] = useColorScheme();
  const wanted = me && (me.preferences.theme === 'system' ? 'auto' : me.preferences.theme);
  useEffect(() => {
    if (wanted && wanted !== scheme) {
      setScheme(wanted);
    }
  }, [wanted, scheme, setScheme]);
  useEffect(() => {
    if (me) {
      const { timeZone, density, shortcuts } = me.preferences;
      applyChoices({ language: me.language, timeZone, density });
      singleKeys.set(shortcuts);
    }
  }, [me]);
}
