/** Where the arrow keys and their like lead in a list of `total` places, `page` of them in view; null: nowhere. */
export function moveInList(
  key: string,
  active: number,
  total: number,
  page: number,
): number | null {
  if (total === 0) return null;
  const within = (index: number): number => Math.max(0, Math.min(total - 1, index));
  switch (key) {
    case 'ArrowDown':
      return within(active + 1);
    case 'ArrowUp':
      return active < 0 ? total - 1 : within(active - 1);
    case 'PageDown':
      return within(active + page);
    case 'PageUp':
      return within(active - page);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
