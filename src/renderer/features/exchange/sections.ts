import type { TextKey } from '../../i18n/i18n.ts';

/** The parts of the exchange screen by their names in the address (`/exchange/take-in`), from left to right. */
export const sections = [
  { name: 'hand-over', label: 'exchange.section.handOver' },
  { name: 'take-in', label: 'exchange.section.takeIn' },
  { name: 'shared', label: 'exchange.section.shared' },
  { name: 'left', label: 'exchange.section.left' },
  { name: 'colleagues', label: 'exchange.section.colleagues' },
] as const satisfies readonly { name: string; label: TextKey }[];

export type Section = (typeof sections)[number]['name'];

/** The part that an address means; the first where it means none. */
export function sectionAt(id: string | undefined): Section {
  return sections.find(({ name }) => name === id)?.name ?? 'hand-over';
}
