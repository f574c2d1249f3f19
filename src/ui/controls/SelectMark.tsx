/** The mark that says "a list opens here". */
export function SelectMark() {
  return (
    <svg className="selectMark" viewBox="0 0 10 6" aria-hidden="true">
      <path d="M1 1l4 4 4-4" />
    </svg>
  );
}
