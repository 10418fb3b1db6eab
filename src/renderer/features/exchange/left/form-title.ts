import type { TFunction } from 'i18next';
import { ExportFormat, PackageScope, type Handover } from '#contract/exchange.ts';
import { sharedFolder } from '#contract/shared-folder.ts';
import { formatNames } from '../hand-over/formats.ts';

/** As what something left: a package and how much it holds, the form of another program, or a folder that is shared. */
export function formTitle(
  { format, scope }: Pick<Handover, 'format' | 'scope'>,
  t: TFunction,
): string {
  if (format === sharedFolder) return t('sharing.title');
  const other = ExportFormat.exclude(['casepack']).safeParse(format);
  const much = PackageScope.safeParse(scope);
  const how = much.success ? t(`exchange.handOverScope.inline.${much.data}`) : scope;
  const form = other.success ? formatNames[other.data] : t('exchange.handOverForm.asPackage');
  return `${form}, ${how}`;
}
