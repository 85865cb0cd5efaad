/** Mantine parts that need nothing of ours around them. */
export { Kbd, VisuallyHidden } from '@mantine/core';
