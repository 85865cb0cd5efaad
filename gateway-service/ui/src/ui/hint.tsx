import { Tooltip, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';

/** Explains itself to whoever points at it, touches it, or comes to it by the keyboard. */
export function Hint({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Tooltip
      label={text}
      multiline
      w={280}
      zIndex={30}
      // stays beside what it explains, so that it belongs to a landmark
      withinPortal={false}
      events={{ hover: true, focus: true, touch: true }}
    >
      <UnstyledButton>{children}</UnstyledButton>
    </Tooltip>
  );
}
