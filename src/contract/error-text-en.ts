import type { ErrorTexts } from './error-text.ts';

/** `: text` when there is a text to add, nothing otherwise. */
const colon = (text: string): string => (text === '' ? '' : `: ${text}`);
/** The text in quotation marks, or nothing. */
const quoted = (text: string): string => (text === '' ? '' : ` “${text}”`);

/** Who has a case open, where, and since when in UTC, as far as it is known. */
const holder = (value: (name: string) => string): string =>
  value('host') === ''
    ? ''
    : ` (${value('name') === '' ? '' : `${value('name')}, `}at ${value('host')}, since ${value('since').slice(0, 16).replace('T', ' ')} UTC)`;

/** Where in a file, when that is known. */
const line = (number: string): string => (number === '' ? '' : ` (line ${number})`);

export const englishErrors: ErrorTexts = {
  'case.notFound': ({ file }) => ({
    sentence: `There is no case file at ${file('this place')}.`,
    next: 'It may have been moved or renamed. Choose it where it is now.',
  }),
  'case.notACaseFile': ({ file }) => ({
    sentence: `${file('This file')} is not a case file. It was not changed.`,
    next: 'Choose a file that ends in .casefile. A .casepack is opened from Exchange.',
  }),
  'case.damaged': ({ file }) => ({
    sentence: `${file('This case file')} is damaged and was not opened, so that nothing more is lost.`,
    next: 'Keep this copy as it is, and open a backup or another copy of the case.',
  }),
  'case.newerVersion': ({ file }) => ({
    sentence: `${file('This case file')} was made by a newer version of Legajo. It was not changed.`,
    next: 'Install that version to open it.',
  }),
  'case.passphraseNeeded': ({ file }) => ({
    sentence: `${file('This case file')} is encrypted.`,
    next: 'Type its passphrase.',
  }),
  'case.passphraseWrong': () => ({
    sentence: 'This is not the passphrase of the case file. The file was not changed.',
    next: 'Look at capitals and the keyboard’s language, and type it again.',
  }),
  'case.passphraseEmpty': ({ file }) => ({
    sentence: `There is no passphrase on the first line of ${file('the passphrase file')}. Nothing was changed.`,
    next: 'Write it on the first line and try again.',
  }),
  'case.readOnly': () => ({
    sentence: 'This case is open for reading only, so the change was not made.',
    next: 'Close it where it is being worked on, or open a copy that can be written.',
  }),
  'case.inUse': ({ file, value }) => ({
    sentence: `${file('This case file')} is being worked on in another window or program${holder(value)}.`,
    next: 'Close it there, or open it here for reading.',
  }),
  'case.exists': ({ file }) => ({
    sentence: `There is a file named ${file('this')} already. It was left as it is.`,
    next: 'Choose another name or folder.',
  }),
  'case.notOpen': () => ({
    sentence: 'This case is no longer open. What was done before is saved.',
    next: 'Open it again.',
  }),
  'case.vanished': ({ file }) => ({
    sentence: `${file('The case file')} is no longer where it was opened, so the change was not made.`,
    next: 'Put the file or its drive back, and open it again.',
  }),
  'case.locked': () => ({
    sentence: 'This case is locked. What was done before is saved.',
    next: 'Type its passphrase to go on.',
  }),
  'file.notFound': ({ file }) => ({
    sentence: `${file('The file')} is not there.`,
    next: 'Check that it was not moved and that its drive is connected.',
  }),
  'file.notReadable': ({ file }) => ({
    sentence: `${file('The file')} could not be read.`,
    next: 'Check that you are allowed to read it.',
  }),
  'file.notWritable': ({ file }) => ({
    sentence: `${file('The file')} could not be written. Nothing there was changed.`,
    next: 'Check that you are allowed to write in this folder, or choose another.',
  }),
  'file.isFolder': ({ file }) => ({
    sentence: `${file('This')} is a folder, not a file.`,
    next: 'Choose a file in it.',
  }),
  'file.diskFull': () => ({
    sentence: 'The disk is full. What was saved before is safe; what was under way was taken back.',
    next: 'Free some space and do it again.',
  }),
  'file.folderNotEmpty': ({ file }) => ({
    sentence: `${file('This folder')} already has something in it. Nothing there was changed.`,
    next: 'Choose a folder that is new or empty.',
  }),
  'file.outsideRoot': ({ file }) => ({
    sentence: `${file('This place')} lies outside the folder that this session may use.`,
    next: 'Choose a place inside it, or start Legajo with another --root.',
  }),
  'source.empty': ({ file }) => ({
    sentence: `${file('The document')} is empty and was not imported.`,
  }),
  'source.tooLarge': ({ file }) => ({
    sentence: `${file('The document')} is larger than can be imported, and was left out.`,
    next: 'Split it into parts and import those.',
  }),
  'source.binary': ({ file }) => ({
    sentence: `${file('The document')} is not text, whatever its name says, and was not read.`,
    next: 'Save it as text with the program it comes from.',
  }),
  'source.truncated': ({ file }) => ({
    sentence: `${file('The document')} ends too early and was not imported.`,
    next: 'Get a complete copy of it.',
  }),
  'source.unsupported': ({ file }) => ({
    sentence: `${file('The document')} is in a form that cannot be read here, and was left out.`,
    next: 'Save it in another form with the program it comes from, and import that.',
  }),
  'source.noText': ({ file }) => ({
    sentence: `No text could be read from ${file('the document')} this way. What the case has of it was not changed.`,
    next: 'Read it with other settings: with words told from pictures, or in another encoding.',
  }),
  'source.passwordNeeded': ({ file }) => ({
    sentence: `${file('The document')} is protected by a password and was not imported.`,
    next: 'Give its password and try it again.',
  }),
  'source.encodingUnknown': ({ file, value }) => ({
    sentence: `“${value('encoding')}” is no encoding that is known here. ${file('The document')} was not read.`,
    next: 'Choose one of the list, such as windows-1252 or utf-8.',
  }),
  'source.notAFile': ({ file }) => ({
    sentence: `${file('A member')} is a link or a device rather than a document, and was left out.`,
  }),
  'source.bomb': ({ file }) => ({
    sentence: `${file('A member')} would unpack to far more than there is of it, as archives made to do harm do, and was left out.`,
    next: 'If you trust the archive, unpack it yourself and import the folder.',
  }),
  'source.tooDeep': ({ file, value }) => ({
    sentence: `${file('The archive')} lies in more than ${value('limit')} archives, one in another, and what is in it was left out.`,
    next: 'Save it out of the case and import it by itself.',
  }),
  'source.tooMany': ({ file, value }) => ({
    sentence: `There is more in the archive than the ${value('limit')} documents that are taken from one. ${file('The rest')} was left out.`,
    next: 'Unpack it and import the rest as folders.',
  }),
  'source.timedOut': ({ file }) => ({
    sentence: `Reading ${file('the document')} took too long and was stopped. It was not imported.`,
    next: 'Split it into parts, or save it anew in another format.',
  }),
  'source.failed': ({ file, value }) => ({
    sentence: `${file('The document')} could not be read${colon(value('reason'))}. It was not imported.`,
    next: 'Open it in another program and save it anew.',
  }),
  'source.damaged': ({ value }) => ({
    sentence: `The original of “${value('name')}” in this case is not the one that was read: its bytes have changed. Nothing was written.`,
    next: 'Verify the case, and restore a backup from before the damage.',
  }),
  'source.withheld': ({ value }) => ({
    sentence: `The text of “${value('name')}” stayed behind when the case was handed over. Only its quotations are here.`,
    next: 'Ask who handed it over for a package with its documents.',
  }),
  'source.derivesCycle': () => ({
    sentence:
      'That source itself derives from this one, so this one cannot derive from it. Nothing was changed.',
    next: 'Choose the source that came first.',
  }),
  'photo.unsupported': ({ file }) => ({
    sentence: `${file('The file')} is not a picture that can be kept here, and was not added.`,
    next: 'JPEG, PNG, WebP and GIF can. Save it as one of these.',
  }),
  'photo.damaged': ({ file }) => ({
    sentence: `${file('The picture')} is damaged or ends too early, and was not added.`,
    next: 'Get a complete copy of it, or open it in another program and save it anew.',
  }),
  'photo.tooLarge': ({ file, value }) => ({
    sentence: `${file('The picture')} has more than ${value('most')} MiB and was not added.`,
    next: 'Save it with fewer pixels or more strongly compressed.',
  }),
  'photo.tooManyPixels': ({ file, value }) => ({
    sentence: `${file('The picture')} is ${value('width')} × ${value('height')} pixels, more than ${value('most')} million or too long to be printed, and was not added.`,
    next: 'Save it with fewer pixels.',
  }),
  'photo.there': ({ file }) => ({
    sentence: `${file('The picture')} is among the photographs of this entity already. It was not added again.`,
  }),
  'photo.withheld': () => ({
    sentence:
      'The picture stayed behind when the case was handed over. Only what is said of it is here.',
    next: 'Ask who handed it over for a package with its documents.',
  }),
  'excerpt.quoteNotFound': () => ({
    sentence: 'These words do not stand in the source. Nothing was marked.',
    next: 'Copy them exactly as they stand there.',
  }),
  'excerpt.quoteAmbiguous': () => ({
    sentence: 'These words stand in the source more than once. Nothing was marked.',
    next: 'Add some words before or after, so that one place is meant.',
  }),
  'excerpt.outsideText': () => ({
    sentence: 'This passage lies outside the text of its source. Nothing was marked.',
  }),
  'excerpt.taken': () => ({
    sentence: 'Another passage has just these words already. The ends were left where they were.',
    next: 'Merge the two.',
  }),
  'excerpt.splitOutside': () => ({
    sentence: 'A passage is split between two words of it. It was left whole.',
    next: 'Put the caret within the passage, with words on both sides.',
  }),
  'excerpt.apart': () => ({
    sentence: 'There are other words between the two passages. They were not merged.',
    next: 'Move the end of one of them first.',
  }),
  'excerpt.contrary': () => ({
    sentence: 'One passage supports a fact that the other contradicts. They were not merged.',
    next: 'Settle how they bear on the fact first.',
  }),
  'tag.cycle': () => ({
    sentence: 'A tag cannot lie beneath itself. It was left where it is.',
  }),
  'tag.intoItself': () => ({
    sentence: 'A tag cannot be merged into itself. Nothing was changed.',
  }),
  'codebook.unreadable': ({ file, value }) => ({
    sentence: `${file('The codebook')} is not well-formed XML${line(value('line'))}. Nothing was taken from it.`,
    next: 'Export it again from the program it comes from.',
  }),
  'codebook.notACodebook': ({ file }) => ({
    sentence: `${file('This file')} is not a REFI-QDA codebook.`,
    next: 'Choose a file that ends in .qdc.',
  }),
  'codebook.changed': ({ file }) => ({
    sentence: `${file('The codebook')} was changed after it was looked at. Nothing was taken from it.`,
    next: 'Look at it again.',
  }),
  'codebook.empty': () => ({
    sentence: 'The case has no tags yet, so there is no codebook to write.',
    next: 'Make a tag first.',
  }),
  'foreign.unknownFormat': ({ file }) => ({
    sentence: `${file('This file')} is in no form that can be taken in.`,
    next: 'FollowTheMoney entities (one JSON object a line), .qdpx, .qdc and tables (.csv) can be.',
  }),
  'foreign.unreadable': ({ file, value }) => ({
    sentence: `${file('The file')} cannot be read${line(value('line'))}${colon(value('reason'))}. Nothing was taken from it.`,
    next: 'Have it written again by the program it comes from.',
  }),
  'foreign.unsafe': ({ file }) => ({
    sentence: `${file('The file')} names a place outside itself, which no true project does. Nothing was taken from it.`,
    next: 'Ask whoever sent it where it comes from.',
  }),
  'foreign.tooLarge': ({ file, value }) => ({
    sentence: `${file('The file')} holds more than can be taken in (${value('what')}: at most ${value('limit')}). Nothing was taken from it.`,
    next: 'Have it written in several parts.',
  }),
  'foreign.changed': ({ file }) => ({
    sentence: `${file('The file')} was changed after it was looked at. Nothing was taken from it.`,
    next: 'Look at it again.',
  }),
  'foreign.noNames': ({ file }) => ({
    sentence: `No column of ${file('the table')} is said to hold names.`,
    next: 'Say which column names the entity of each row.',
  }),
  'name.lastPrimary': () => ({
    sentence: 'An entity keeps one primary name, so this one stays.',
    next: 'Make another name the primary one first.',
  }),
  'record.notFound': () => ({
    sentence: 'This record is not in the case any more.',
    next: 'It may have been removed in another window.',
  }),
  'edtf.invalid': ({ value }) => ({
    sentence: `This is not a date that can be read${quoted(value('text') || value('value'))}.`,
    next: 'Write it as 2023-09-20, 2023-09, 2023, 2023~ (about) or 2023-09/2023-10.',
  }),
  'identity.unreadable': ({ file }) => ({
    sentence: `${file('The file of this computer’s key')} holds no key that can be read. It was left as it is.`,
    next: 'Put a copy of it back, or take it away: Legajo then makes a new key, with another fingerprint.',
  }),
  'keychain.unavailable': () => ({
    sentence:
      'This computer has no keychain that could keep the passphrase safely, so it was not kept.',
    next: 'Type it when you open the case.',
  }),
  'input.invalid': ({ value }) => ({
    sentence: `Something in this entry is not as it must be${colon(value('reason') || value('issue'))}. Nothing was changed.`,
    next: 'Look over the fields and try again.',
  }),
  'repair.nothing': ({ file }) => ({
    sentence: `Nothing of a case can be read in ${file('this file')} any more. It was not changed.`,
    next: 'Restore a backup of the case, or try another copy of the file.',
  }),
  'case.migrationFailed': ({ file, value }) => ({
    sentence: `${file('This case file')} could not be brought to the format of this version. It was not changed.`,
    next: `A backup of it as it is lies at ${value('backup')}. Verify the file, and repair it if it is damaged.`,
  }),
  'package.notAPackage': ({ file }) => ({
    sentence: `${file('This file')} is not a case package.`,
    next: 'Choose a file that ends in .casepack.',
  }),
  'package.damaged': ({ file }) => ({
    sentence: `${file('The package')} is incomplete or was altered. Nothing was taken from it.`,
    next: 'Ask for it again, and compare its SHA-256.',
  }),
  'package.unsafePath': ({ file }) => ({
    sentence: `${file('The package')} names a place outside itself, which no true package does. Nothing was taken from it.`,
    next: 'Do not use it. Tell whoever sent it.',
  }),
  'merge.altered': () => ({
    sentence:
      'The changes are not as they were made: their hashes do not agree. Nothing was taken from them.',
    next: 'Ask for them again.',
  }),
  'merge.incomplete': ({ value }) => ({
    sentence: `The package builds on work${value('by') === '' ? '' : ` of ${value('by')}`} that is neither in it nor in this file. Nothing was taken in.`,
    next: 'Ask whoever made it for a whole package.',
  }),
  'merge.otherCase': ({ value }) => ({
    sentence: `The package is of another case${colon(value('title'))}. Nothing was taken in.`,
    next: 'Open that case instead, or add it to this one on purpose.',
  }),
  'merge.clockAhead': ({ value }) => ({
    sentence: `Some of these changes were made on a computer whose clock is far ahead: they are dated ${value('at')}. Nothing was taken in.`,
    next: 'Ask whose computer that is, and set its clock right. If you take them in all the same, they count as later than everything done until that day.',
  }),
  'package.newerVersion': ({ file }) => ({
    sentence: `${file('The package')} was made by a newer version of Legajo. Nothing was taken from it.`,
    next: 'Install that version to open it.',
  }),
  'package.passphraseNeeded': ({ file }) => ({
    sentence: `${file('The package')} is encrypted with a passphrase.`,
    next: 'Type the one that its sender gave you.',
  }),
  'package.passphraseWrong': ({ file }) => ({
    sentence: `This is not the passphrase of ${file('the package')}. Nothing was taken from it.`,
    next: 'Look at capitals and the keyboard’s language, and type it again.',
  }),
  'package.notForThisKey': ({ file }) => ({
    sentence: `${file('The package')} is encrypted for others: the key of this installation does not open it.`,
    next: 'Send your card to whoever made it, and ask for it again.',
  }),
  'package.onlyChanges': ({ file }) => ({
    sentence: `${file('The package')} holds only what came since an earlier exchange. No case can be made of it alone.`,
    next: 'Open the case it belongs to and merge it there, or ask for the whole case.',
  }),
  'package.changed': ({ file }) => ({
    sentence: `${file('The package')} is no longer what it was when it was looked through. Nothing was taken from it.`,
    next: 'Look it through again.',
  }),
  'recipient.invalid': () => ({
    sentence: 'This is not a public key of age, so nothing was written.',
    next: 'It begins with age1. Copy it whole.',
  }),
  'recipient.unknown': () => ({
    sentence: 'Nobody of that name or key is in the address book, or several are.',
    next: 'Add their card, or name them by the whole fingerprint.',
  }),
  'handover.red': () => ({
    sentence:
      'Something of what would leave is TLP:RED, meant for those alone who have it. Nothing was written.',
    next: 'Choose a laxer maximum, or confirm that it is to leave all the same.',
  }),
  'handover.nothing': () => ({
    sentence: 'Nothing of the case is in this selection, so nothing was written.',
    next: 'Choose more, or a stricter maximum.',
  }),
  'redaction.incomplete': ({ value }) => ({
    sentence: `A name that was to be replaced would still have been in the package (${value('where')}). Nothing was written.`,
    next: 'Leave out what holds it, or replace that writing of the name, too.',
  }),
  'card.unreadable': ({ file }) => ({
    sentence: `${file('This file')} is not the card of an installation, or it was altered. Nobody was added.`,
    next: 'Ask for the card again.',
  }),
  'dossier.notASubject': () => ({
    sentence: 'A dossier cannot be made on this record.',
    next: 'Choose a person, organization, location, event or object.',
  }),
  'dossier.oneSubject': () => ({
    sentence: 'A dossier of this kind is about one subject.',
    next: 'Choose one, or a case report on several.',
  }),
  'dossier.notAnOrganization': () => ({
    sentence: 'A group is an organization, and this record is none.',
    next: 'Choose an organization, or a profile.',
  }),
  'dossier.noSuchTag': () => ({
    sentence: 'The case has no such tag any more.',
    next: 'Choose another tag.',
  }),
  'dossier.nothingToPrint': () => ({
    sentence: 'There is nothing to print: all of it is left out, withheld or not there.',
    next: 'Take in more parts, or allow a stricter marking.',
  }),
  'dossier.beforeItsCase': ({ value }) => ({
    sentence: `The case did not exist yet on ${value('date')}.`,
    next: 'Choose a later day.',
  }),
  'preset.notFound': ({ value }) => ({
    sentence: `Nothing is kept in this case under the name “${value('name')}”.`,
    next: 'Check the name: it is the one that the window shows.',
  }),
  'preset.unreadable': ({ value }) => ({
    sentence: `What is kept under the name “${value('name')}” is not understood by this version of the program.`,
    next: 'Keep it again under that name, or update the program.',
  }),
  'dossier.failed': ({ value }) => ({
    sentence: `The dossier could not be typeset${colon(value('reason'))}. The case was not changed.`,
    next: 'Try again. If it fails again, report it with the name of the subject left out.',
  }),
  'dossier.template': ({ value }) => ({
    sentence: `The template cannot be used${value('file') === '' ? '' : `, because of “${value('file')}”${line(value('line'))}`}${colon(value('reason'))}. The case was not changed.`,
    next: 'Correct that file, or take it out of the folder: what is not there is the program’s own.',
  }),
  'job.notFound': () => ({
    sentence: 'This job has ended. What it did is saved.',
  }),
  'job.cancelled': () => ({
    sentence: 'The job was cancelled. What it had finished is kept.',
  }),
  'connection.lost': () => ({
    sentence: 'The connection to the engine was lost. What was saved is safe.',
    next: 'It is being made again. Repeat what you did last if it is not there.',
  }),
  'undo.builtUpon': ({ value }) => ({
    sentence: `What you want to take back has since been built upon in ${value('count')} places. Nothing was changed.`,
    next: 'Take it back all the same, with what was built upon it, or leave it.',
  }),
  'undo.beginning': () => ({
    sentence: 'This is how the case began; it cannot be taken back. Nothing was changed.',
  }),
  'host.portTaken': ({ value }) => ({
    sentence: `Port ${value('port')} is taken by another program.`,
    next: 'Leave the port out to have a free one chosen.',
  }),
  'link.toItself': () => ({
    sentence: 'A link leads from one entity to another, not to the same. Nothing was changed.',
    next: 'Choose another entity for one of its ends.',
  }),
  'resolution.ofItself': () => ({
    sentence: 'An entity is always the same as itself.',
    next: 'Choose another entity to compare it with.',
  }),
  internal: () => ({
    sentence: 'Something went wrong inside Legajo. What was saved is safe.',
    next: 'Try again. If it happens again, close the case and open it anew.',
  }),
};
