import { CaseError } from '#contract/error.ts';

/** Cells of one row that are held. */
const MOST_CELLS = 2_000_000;

/** Adds a cell to its row. @throws CaseError `source.tooLarge` when there are too many to be held */
export function addCell(cells: Cell[], cell: Cell): void {
  if (cells.length === MOST_CELLS) {
    throw new CaseError('source.tooLarge', { size: cells.length + 1, limit: MOST_CELLS });
  }
  cells.push(cell);
}

/** A cell that is not empty, as it is read. */
export interface Cell {
  /** From 0. */
  readonly column: number;
  /** What is to be read in it, without white space around it. */
  readonly text: string;
  /** Whether its document says that it is a number, a date or a truth value; where it does not, its text tells. */
  readonly value?: boolean;
}

const NUMBER = /^[-+(]?\p{Sc}?\s?\d[\d.,'\s\u00a0]*(?:e[-+]?\d+)?\s?[%\p{Sc})]?$/iu;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?$/;
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]\.?\s?m\.?)?$/i;
const WORD = /^(?:true|false|yes|no|sí|si|não|nao|verdadero|falso|null|n\/a|-)$/i;
const ADDRESS = /^(?:[a-z]+:\/\/\S+|www\.\S+|[^\s@]+@[^\s@]+)$/i;
/** A phone number, an account, a number of an identity card: mostly digits. */
const CODE = /^[+A-Z\d()\s./-]{4,40}$/i;

/** Whether a cell holds a value rather than words: what the name of a column is not. */
export function isValue({ text, value }: Cell): boolean {
  if (value !== undefined) {
    return value;
  }
  if (text.length > 200) {
    return false;
  }
  return (
    NUMBER.test(text) ||
    DATE.test(text) ||
    TIME.test(text) ||
    WORD.test(text) ||
    ADDRESS.test(text) ||
    (CODE.test(text) && digits(text) >= Math.max(4, text.length / 2))
  );
}

function digits(text: string): number {
  return text.replace(/\D/g, '').length;
}
