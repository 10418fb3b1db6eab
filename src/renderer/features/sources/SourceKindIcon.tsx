import {
  IconFileText,
  IconFileTypeHtml,
  IconFileTypePdf,
  IconMarkdown,
  type Icon,
} from '@tabler/icons-react';
import type { SourceKind } from '#contract/vocabulary.ts';

const icons: Record<SourceKind, Icon> = {
  text: IconFileText,
  markdown: IconMarkdown,
  html: IconFileTypeHtml,
  pdf: IconFileTypePdf,
};

/** The format of a source, as a picture beside its words. */
export function SourceKindIcon({ kind }: { kind: SourceKind }) {
  const Icon = icons[kind];
  return (
    <Icon
      size={16}
      stroke={1.5}
      aria-hidden="true"
      style={{ color: 'var(--lg-faint)', flex: 'none' }}
    />
  );
}
