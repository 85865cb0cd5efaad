/**
 * Until an input method has ended, each key is its own: no field, dialog or shortcut hears of it. The last one, which some
 * browsers send when it has ended, has the number 229. Listens before all others, so it has to be called before they do.
 */
export function leaveKeysToInputMethods(): void {
  addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || event.keyCode === 229) {
        event.stopImmediatePropagation();
      }
    },
    { capture: true },
  );
}
