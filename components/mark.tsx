/** The product's mark: a speech bubble whose clock hands make an L. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        className="mark-bubble"
        d="M10 2h12a8 8 0 0 1 8 8v8a8 8 0 0 1-8 8h-6.5l-5.7 4.4A1.1 1.1 0 0 1 8 29.5V26a8 8 0 0 1-6-8v-8a8 8 0 0 1 8-8Z"
      />
      <path className="mark-hands" d="M13 7.5v10h8.5" />
    </svg>
  );
}
