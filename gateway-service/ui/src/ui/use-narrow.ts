import { useMediaQuery } from '@mantine/hooks';

/** Too narrow for a table without scrolling sideways. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 61.99em)', undefined, { getInitialValueInEffect: false });
}
