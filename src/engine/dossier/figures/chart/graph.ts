import type { EntityKind } from '#contract/vocabulary.ts';

/** One entity of a link chart. */
export interface ChartNode {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Whether the dossier is about it. */
  readonly subject: boolean;
}

/** One link of a link chart, in words of the dossier's language. */
export interface ChartLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** As read along the link: "is a member of". */
  readonly label: string;
  readonly role: string | null;
  readonly dates: string | null;
  /** Whether it reads only one way. */
  readonly directed: boolean;
  /** How many passages support it; 0 is unsourced. */
  readonly passages: number;
  readonly disputed: boolean;
}

/** What a link chart may show. The order of the links is that in which they are told where there is no better one. */
export interface ChartGraph {
  readonly nodes: readonly ChartNode[];
  readonly links: readonly ChartLink[];
}

/** What of a graph is drawn. */
export interface Chosen {
  /** In the middle column, from top to bottom. */
  readonly centre: readonly ChartNode[];
  /** In the columns beside it, the best connected first. */
  readonly others: readonly ChartNode[];
  readonly links: readonly ChartLink[];
  /** What there is besides. */
  readonly left: { readonly entities: number; readonly links: number };
  /** Subjects of which no link is known. */
  readonly alone: readonly ChartNode[];
}
