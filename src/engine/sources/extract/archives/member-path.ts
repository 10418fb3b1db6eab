/** UTF-16 code units of one name in a path, and of a path. */
const LONGEST_NAME = 255;
const LONGEST_PATH = 2000;

/** What is not seen in a name, or turns round how it is read (Unicode 16, section 23.2), or is no character. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]/gu;

/**
 * A member's name as a place within its archive, with `/` between folders. What would lead out of it (a root, a drive,
 * `..`) is dropped, so that the name says no place anywhere else; the member itself is taken in all the same.
 *
 * @param name as the archive has it
 * @param number of the member, from 1, for one without a name
 */
export function memberPath(name: string, number: number): string {
  const parts = name
    .slice(0, LONGEST_PATH * 4)
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:(?=\/|$)/, '')
    .replace(UNSEEN, '_')
    .split('/')
    .filter((part) => part.trim() !== '' && part !== '.' && part !== '..')
    .map(shortened);
  // The last names say most of what it is.
  while (parts.length > 1 && parts.join('/').length > LONGEST_PATH) parts.shift();
  return parts.length === 0 ? `#${number}` : parts.join('/');
}

function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : '';
  const stem = name.slice(0, LONGEST_NAME - ending.length - 1);
  return `${stem.isWellFormed() ? stem : stem.slice(0, -1)}…${ending}`;
}

/** Whether a member is what a system put there for itself: a Macintosh, Windows. */
export function isLitter(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(path);
}
