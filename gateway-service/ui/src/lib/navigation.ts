let moved = false;

for (const event of ['pushState', 'popstate']) {
  addEventListener(event, () => {
    moved = true;
  });
}

/** False on the page that the browser loaded itself: there the focus belongs to the browser, not to our heading. */
export function cameFromAnotherPage(): boolean {
  return moved;
}
