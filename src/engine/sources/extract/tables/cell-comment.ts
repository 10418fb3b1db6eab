/** What somebody said of a cell. */
export interface CellComment {
  readonly place: string;
  readonly author: string;
  /** The day, ISO 8601; '' where it is not said. */
  readonly day: string;
  readonly text: string;
}

/** A comment as it stands in the text: where it is, who made it and when, what it says. */
export function commentText({ place, author, day, text }: CellComment): string {
  const who = [author, day].filter((part) => part !== '').join(', ');
  return `${place}${who === '' ? '' : ` (${who})`}: ${text.trim()}`;
}
