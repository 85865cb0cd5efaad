import { useState } from 'react';
import type { MeChange } from '../../api/types';
import { useChangeMe } from '../../queries/profile';

/** Saves what is chosen in one section, which says what became of the latest. */
export function useSaving() {
  const saving = useChangeMe();
  const [saved, setSaved] = useState(false);

  async function save(change: MeChange): Promise<void> {
    setSaved(false);
    try {
      await saving.mutateAsync(change);
      setSaved(true);
    } catch {
      // what went wrong stands in the section
    }
  }

  return { save, saved, pending: saving.isPending, error: saving.error };
}

export type Saving = ReturnType<typeof useSaving>;
