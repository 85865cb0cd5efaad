import { Stored } from './stored';

/** A choice of this person in this browser. */
export class Preference extends Stored<boolean> {
  constructor(key: string, fallback: boolean) {
    super(key, (found) => (typeof found === 'boolean' ? found : fallback));
  }
}
