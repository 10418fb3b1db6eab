import {
  IconBook,
  IconBraces,
  IconFile,
  IconFileText,
  IconFileTypeHtml,
  IconFileTypePdf,
  IconFileWord,
  IconMail,
  IconMarkdown,
  IconPackage,
  IconPhoto,
  IconPresentation,
  IconTable,
  type Icon,
} from '@tabler/icons-react';
import type { SourceKind } from '#contract/vocabulary.ts';

const icons: Record<SourceKind, Icon> = {
  text: IconFileText,
  markdown: IconMarkdown,
  html: IconFileTypeHtml,
  pdf: IconFileTypePdf,
  document: IconFileWord,
  book: IconBook,
  slides: IconPresentation,
  table: IconTable,
  json: IconBraces,
  email: IconMail,
  image: IconPhoto,
  archive: IconPackage,
  other: IconFile,
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
