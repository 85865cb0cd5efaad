import { Preference } from '../preference';

/** WCAG 2.1.4: shortcuts of one character can be switched off. */
export const singleKeys = new Preference('frontdesk-single-keys', true);
