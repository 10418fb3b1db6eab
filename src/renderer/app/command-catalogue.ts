import type { TextKey } from '../i18n/i18n.ts';
import type { CommandGroup } from './commands.ts';

/** Where a command can be given. Two commands may have the same keys where they never meet. */
export type Where =
  | 'everywhere'
  | 'welcome'
  | 'lists'
  | 'tags'
  | 'entities'
  | 'entity'
  | 'notes'
  | 'reader'
  | 'suggestion'
  | 'review'
  | 'conflicts'
  | 'orphans'
  | 'takeIn'
  | 'dossiers'
  | 'exchange';

interface Entry {
  readonly title: TextKey;
  readonly group: CommandGroup;
  /** Its own keys, as long as a person gives it no others. */
  readonly keys: readonly string[];
  readonly where: Where;
}

const one = (
  title: TextKey,
  group: CommandGroup,
  where: Where,
  ...keys: readonly string[]
): Entry => ({ title, group, where, keys });

/**
 * All commands, also those of screens that are not open, for the key map to be shown and changed. A command that is
 * registered under another id does not compile.
 */
export const catalogue = {
  'case.new': one('command.newCase', 'case', 'everywhere'),
  'case.open': one('command.openCase', 'case', 'everywhere', 'mod+o'),
  'case.openPackage': one('command.openPackage', 'case', 'everywhere'),
  'case.close': one('command.closeCase', 'case', 'everywhere'),
  'case.lock': one('command.lock', 'case', 'everywhere', 'mod+shift+l'),
  'case.import': one('command.import', 'case', 'everywhere', 'mod+shift+i'),
  'case.undo': one('command.undo', 'case', 'everywhere', 'mod+z'),
  'case.redo': one('command.redo', 'case', 'everywhere', 'shift+mod+z', 'mod+y'),
  'case.latest': one('command.openLatest', 'case', 'welcome', '1'),
  'case.sample': one('command.sample', 'case', 'welcome', 's'),
  'case.export': one('command.exportPackage', 'case', 'exchange', 'mod+Enter'),
  'colleagues.add': one('colleagues.add', 'case', 'exchange'),
  'dossier.save': one('dossier.save', 'case', 'dossiers', 'mod+s'),
  'dossier.print': one('dossier.print', 'case', 'dossiers', 'mod+p'),
  'tags.takeIn': one('tags.takeIn', 'case', 'tags'),
  'tags.handOver': one('tags.handOver', 'case', 'tags'),
  'go.sources': one('rail.sources', 'go', 'everywhere', 'g s'),
  'go.entities': one('rail.entities', 'go', 'everywhere', 'g e'),
  'go.tags': one('rail.tags', 'go', 'everywhere', 'g t'),
  'go.notes': one('rail.notes', 'go', 'everywhere', 'g n'),
  'go.search': one('rail.search', 'go', 'everywhere', 'g f'),
  'go.review': one('rail.review', 'go', 'everywhere', 'g r'),
  'go.dossiers': one('rail.dossiers', 'go', 'everywhere', 'g d'),
  'go.exchange': one('rail.exchange', 'go', 'everywhere', 'g x'),
  'go.history': one('rail.history', 'go', 'everywhere', 'g h'),
  'go.settings': one('rail.settings', 'go', 'everywhere', 'g ,'),
  'view.palette': one('palette.open', 'view', 'everywhere', 'mod+k', '/'),
  'view.help': one('rail.help', 'view', 'everywhere', '?', 'F1'),
  'view.navigator': one('command.navigator', 'view', 'everywhere', 'mod+b'),
  'view.inspector': one('command.inspector', 'view', 'everywhere', 'mod+i'),
  'view.beside': one('command.beside', 'view', 'everywhere', 'alt+s'),
  'view.otherHalf': one('command.otherHalf', 'view', 'everywhere', 'F6'),
  'tab.toOtherHalf': one('command.toOtherHalf', 'view', 'everywhere', 'alt+shift+s'),
  'tab.next': one('command.nextTab', 'view', 'everywhere', 'alt+PageDown'),
  'tab.previous': one('command.previousTab', 'view', 'everywhere', 'alt+PageUp'),
  'tab.close': one('command.closeTab', 'view', 'everywhere', 'alt+w'),
  'list.filter': one('command.filter', 'view', 'lists', 'mod+f'),
  'tags.view': one('tags.switchView', 'view', 'tags', 'v'),
  'tags.combine': one('tags.combine', 'view', 'tags', 'a'),
  'tags.saved': one('tags.saved.title', 'view', 'tags', 'shift+a'),
  'tags.withBelow': one('tags.withBelow', 'view', 'tags', 'b'),
  'tags.leaveTakeIn': one('common.cancel', 'view', 'tags', 'Escape'),
  'dossier.many': one('dossier.run.open', 'case', 'dossiers'),
  'dossier.verify': one('dossier.verify.open', 'case', 'dossiers'),
  'dossier.larger': one('dossier.larger', 'view', 'dossiers', '+'),
  'dossier.smaller': one('dossier.smaller', 'view', 'dossiers', '-'),
  'dossier.fit': one('dossier.fit', 'view', 'dossiers', '0'),
  'dossier.fitPage': one('dossier.fitPage', 'view', 'dossiers', '9'),
  'dossier.next': one('dossier.next', 'view', 'dossiers', 'n'),
  'dossier.previous': one('dossier.previous', 'view', 'dossiers', 'p'),
  'dossier.goTo': one('dossier.goTo', 'view', 'dossiers', 'mod+g'),
  'dossier.thumbnails': one('dossier.toggleThumbnails', 'view', 'dossiers', 'm'),
  'dossier.back': one('dossier.back', 'view', 'dossiers', 'Backspace'),
  'reading.tag': one('reader.act.tag', 'reading', 'reader', 't'),
  'reading.entity': one('reader.act.entity', 'reading', 'reader', 'e'),
  'reading.alias': one('reader.act.alias', 'reading', 'reader', 'a'),
  'reading.link': one('reader.act.link', 'reading', 'reader', 'l'),
  'reading.attribute': one('reader.act.attribute', 'reading', 'reader', 'p'),
  'reading.fact': one('reader.act.fact', 'reading', 'reader', 'f'),
  'reading.note': one('reader.act.note', 'reading', 'reader', 'n'),
  'reading.credibility': one('reader.act.credibility', 'reading', 'reader', 'c'),
  'reading.handling': one('reader.act.handling', 'reading', 'reader', 'h'),
  'reading.merge': one('reader.act.merge', 'reading', 'reader', 'j'),
  'reading.remove': one('reader.act.remove', 'reading', 'reader', 'Delete'),
  'reading.split': one('reader.split', 'reading', 'reader', 'x'),
  'reading.otherEnd': one('reader.otherEnd', 'reading', 'reader', 'o'),
  'reading.next': one('reader.next', 'reading', 'reader', ']', 'alt+ArrowDown'),
  'reading.previous': one('reader.previous', 'reading', 'reader', '[', 'alt+ArrowUp'),
  'reading.sentence': one('reader.sentence', 'reading', 'reader', 's'),
  'reading.paragraph': one('reader.paragraph', 'reading', 'reader', 'shift+s'),
  'reading.original': one('original.show', 'reading', 'reader', 'v'),
  'reading.filter': one('reader.filter.title', 'reading', 'reader', 'shift+f'),
  'reading.find': one('reader.findInSource', 'reading', 'reader', 'mod+f'),
  'reading.goTo': one('reader.goTo.title', 'reading', 'reader', 'mod+g'),
  'reading.suggestions': one('reader.suggestions.show', 'reading', 'reader', 'i'),
  'reading.nextSuggestion': one('reader.suggestions.next', 'reading', 'reader', '.'),
  'reading.previousSuggestion': one('reader.suggestions.previous', 'reading', 'reader', ','),
  'reading.nextMention': one('reader.nextMention', 'reading', 'reader', 'm'),
  'reading.previousMention': one('reader.previousMention', 'reading', 'reader', 'shift+m'),
  'reading.read': one('sources.reading.markRead', 'reading', 'reader', 'r'),
  'reading.again': one('readAgain.open', 'reading', 'reader'),
  'reading.nextUnread': one('sources.reading.next', 'reading', 'reader', 'u'),
  'suggestions.yes': one('suggestions.yes', 'reading', 'suggestion', 'y'),
  'suggestions.yesAll': one('keyboard.acceptAll', 'reading', 'suggestion', 'shift+y'),
  'suggestions.no': one('suggestions.no', 'reading', 'suggestion', 'n'),
  'suggestions.never': one('suggestions.never', 'reading', 'suggestion', 'shift+n'),
  'suggestions.skip': one('suggestions.skip', 'reading', 'suggestion', 's'),
  'suggestions.next': one('suggestions.next', 'reading', 'suggestion', 'ArrowRight'),
  'suggestions.previous': one('suggestions.previous', 'reading', 'suggestion', 'ArrowLeft'),
  'suggestions.open': one('suggestions.open', 'reading', 'suggestion', 'o'),
  'suggestions.attach': one('suggestions.attach', 'reading', 'suggestion', 'a'),
  'suggestions.kind.person': one('suggestions.newKind.person', 'reading', 'suggestion', '1'),
  'suggestions.kind.organization': one(
    'suggestions.newKind.organization',
    'reading',
    'suggestion',
    '2',
  ),
  'suggestions.kind.location': one('suggestions.newKind.location', 'reading', 'suggestion', '3'),
  'suggestions.kind.event': one('suggestions.newKind.event', 'reading', 'suggestion', '4'),
  'suggestions.kind.object': one('suggestions.newKind.object', 'reading', 'suggestion', '5'),
  'entity.new': one('command.newEntity', 'entity', 'entities', 'n'),
  'entity.name': one('entity.addNamed.name', 'entity', 'entity', 'a'),
  'entity.attribute': one('entity.addNamed.attribute', 'entity', 'entity', 'p'),
  'entity.link': one('entity.addNamed.link', 'entity', 'entity', 'l'),
  'entity.same': one('entity.addNamed.same', 'entity', 'entity', 's'),
  'entity.finding': one('finding.add', 'entity', 'entity', 'f'),
  'entity.photo': one('photo.add', 'entity', 'entity', 'i'),
  'entity.dossier': one('entity.dossier', 'entity', 'entity', 'd'),
  'notes.new': one('notes.new', 'entity', 'notes', 'n'),
  'tags.new': one('tags.new', 'entity', 'tags', 'n'),
  'tags.below': one('tags.newBelow', 'entity', 'tags', 'shift+n'),
  'tags.edit': one('tags.edit', 'entity', 'tags', 'F2'),
  'tags.merge': one('tags.merge', 'entity', 'tags', 'm'),
  'review.same': one('review.same', 'entity', 'review', 's'),
  'review.different': one('review.different', 'entity', 'review', 'd'),
  'review.unsure': one('review.unsure', 'entity', 'review', 'u'),
  'review.skip': one('review.skip', 'entity', 'review', 'ArrowRight'),
  'review.back': one('review.back', 'entity', 'review', 'ArrowLeft'),
  'review.openFirst': one('review.openFirst', 'entity', 'review', '1'),
  'review.openSecond': one('review.openSecond', 'entity', 'review', '2'),
  'conflicts.stands': one('conflicts.keepStands', 'entity', 'conflicts', '1'),
  'conflicts.other': one('conflicts.takeOther', 'entity', 'conflicts', '2'),
  'conflicts.both': one('conflicts.keepBoth', 'entity', 'conflicts', '3'),
  'conflicts.next': one('conflicts.next', 'entity', 'conflicts', 'ArrowDown'),
  'conflicts.previous': one('conflicts.previous', 'entity', 'conflicts', 'ArrowUp'),
  'conflicts.open': one('conflicts.openRecord', 'entity', 'conflicts', 'o'),
  'orphans.place': one('orphans.place', 'entity', 'orphans', 'y'),
  'orphans.byHand': one('orphans.byHand', 'entity', 'orphans', 'h'),
  'orphans.remove': one('orphans.remove', 'entity', 'orphans', 'n'),
  'orphans.open': one('orphans.open', 'entity', 'orphans', 'o'),
  'orphans.skip': one('review.skip', 'entity', 'orphans', 's'),
  'orphans.back': one('review.back', 'entity', 'orphans', 'ArrowLeft'),
  'orphans.next': one('orphans.next', 'entity', 'orphans', 'ArrowDown'),
  'orphans.previous': one('orphans.previous', 'entity', 'orphans', 'ArrowUp'),
  'orphans.putHere': one('orphans.putHere', 'reading', 'reader', 'mod+Enter'),
  'takeIn.choose': one('exchange.takeInStep.choose', 'case', 'takeIn', 'o'),
  'takeIn.leave': one('common.cancel', 'case', 'takeIn', 'Escape'),
  'takeIn.merge': one('merge.history', 'case', 'takeIn', 'mod+Enter'),
  'takeIn.leaveOut': one('merge.leaveOut', 'entity', 'takeIn', 'x'),
};

export type CommandId = keyof typeof catalogue;

function isCommandId(id: string): id is CommandId {
  return id in catalogue;
}

export const commandIds: readonly CommandId[] = Object.keys(catalogue).filter(isCommandId);
