/** The part of edtf.js that we use; the package ships no types. */
declare module 'edtf' {
  interface ParsedEdtf {
    readonly type: 'Date' | 'Year' | 'Season' | 'Interval' | 'Century' | 'Decade' | 'List' | 'Set';
    /** Unix milliseconds; -Infinity for an open start, null for an unknown one. */
    readonly min: number | null;
    /** Unix milliseconds; Infinity for an open end, null for an unknown one. */
    readonly max: number | null;
  }
  function edtf(text: string, constraints: { level: 0 | 1 | 2 }): ParsedEdtf;
  export default edtf;
}
