import { told, type Told } from './told.ts';

const TOKEN =
  /\s*(?:"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:])/y;
const LINE_NAMES = new Set(['.ndjson', '.jsonl', '.jsonlines']);

/**
 * Whether a text is JSON or lines of JSON, by how it begins.
 *
 * @param whole whether the opening is the whole text
 * @param extension lower case, with its dot
 */
export function tellJson(opening: string, whole: boolean, extension: string): Told | undefined {
  const text = opening.trimStart();
  if (!/^[[{]/.test(text)) return undefined;
  if (isLines(text, whole, extension)) return told('ndjson');
  if (whole) return isJson(text) ? told('json') : undefined;
  return beginsAsJson(text) ? told('json') : undefined;
}

function isLines(text: string, whole: boolean, extension: string): boolean {
  const lines = text.split('\n');
  const complete = (whole ? lines : lines.slice(0, -1)).filter((line) => line.trim() !== '');
  const [first = '', ...rest] = complete;
  if (complete.length === 0) return LINE_NAMES.has(extension) && beginsAsJson(text);
  if (!/^\s*[[{]/.test(first) || !isJson(first)) return false;
  if (rest.length === 0) return LINE_NAMES.has(extension) || (!whole && complete.length === 1);
  return rest.every(isJson);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the tokens of a text that goes on are those of JSON, up to where it breaks off, and there is a value within. */
function beginsAsJson(text: string): boolean {
  TOKEN.lastIndex = 0;
  let last = 0;
  let tokens = 0;
  while (TOKEN.test(text)) {
    last = TOKEN.lastIndex;
    tokens += 1;
  }
  const rest = text.slice(last).trim();
  const inString = rest.startsWith('"') && !/[^\\]"/.test(rest);
  const brokenOff = rest === '' || inString || /^-?[\d.eE+-]*$|^[a-z]{1,4}$/.test(rest);
  const opens = /^(?:\{\s*(?:"|\}|$)|\[\s*(?:["{[\]\d-]|true|false|null|$))/.test(text);
  return opens && brokenOff && tokens > 0 && !/^\[[^\]]*\]\s*[^\s,]/.test(text);
}
