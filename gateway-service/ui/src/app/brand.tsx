/** The mark is a square tab, the folded edge of a ticket. Drawn, because the glyph ◧ looks different in every font. */
export function Brand() {
  return (
    <>
      <svg aria-hidden="true" width="18" height="18" viewBox="0 0 16 16" color="var(--fd-primary)">
        <rect
          x="1.5"
          y="1.5"
          width="13"
          height="13"
          rx="1.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
        <path d="M1.5 1.5H8v13H1.5z" fill="currentColor" />
      </svg>
      <span>Frontdesk</span>
    </>
  );
}
