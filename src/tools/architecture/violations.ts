import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { type Import, importsOf } from './imports.ts';
import { databaseFolder, databasePackages, type Room, rooms, toolRoom } from './rooms.ts';

export interface SourceFile {
  /** From the root of the checkout, with forward slashes. */
  readonly path: string;
  readonly source: string;
}

/** The packages that package.json names. */
export interface Packages {
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

/** Every import in the files that the table of rooms does not allow, each in a sentence that names the place. */
export function violations(files: readonly SourceFile[], packages: Packages): string[] {
  return files.flatMap(({ path, source }) => {
    const name = roomOf(path);
    if (name === toolRoom) return [];
    const room = name === undefined ? undefined : rooms[name];
    if (name === undefined || room === undefined) return [`${path}: is in no room of src/`];
    const place: Place = { path, name, room, isTest: isForTests(path) };
    return importsOf(path, source).flatMap((entry) => {
      const objection = judge(place, entry, packages);
      return objection === undefined
        ? []
        : [`${path}:${entry.line}: ${entry.specifier ?? 'a computed import'}: ${objection}`];
    });
  });
}

interface Place {
  readonly path: string;
  readonly name: string;
  readonly room: Room;
  readonly isTest: boolean;
}

/** A test, or what tests share: a folder named `testing`. */
function isForTests(path: string): boolean {
  return /\.test\.tsx?$|\/testing\//.test(path);
}

function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\/./.exec(path)?.[1];
}

function judge(place: Place, entry: Import, packages: Packages): string | undefined {
  const { specifier } = entry;
  if (specifier === undefined) return 'what is imported must be written out';
  if (specifier.startsWith('#')) return judgeRoom(place, specifier, entry.typeOnly);
  if (specifier.startsWith('.')) return judgeRelative(place, specifier);
  if (isBuiltin(specifier)) return judgeBuiltin(place, specifier);
  if (/^[/\\]|^[a-z]+:/i.test(specifier))
    return 'an import is a package, a room or a relative path';
  return judgePackage(place, packageOf(specifier), entry.typeOnly, packages);
}

function judgeRoom(place: Place, specifier: string, typeOnly: boolean): string | undefined {
  const target = `src/${specifier.slice(1)}`;
  const name = roomOf(target);
  if (name === place.name) return 'inside a room imports are relative';
  if (name === toolRoom) return 'nothing imports the tools';
  if (name === undefined || rooms[name] === undefined) return 'there is no such room';
  if (!place.room.rooms.includes(name)) return `${place.name} may not import ${name}`;
  if (place.room.typesOnly.includes(name) && !typeOnly)
    return `${place.name} may import only types of ${name} (import type)`;
  return judgeFace(place, target);
}

function judgeRelative(place: Place, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '');
  const target = posix.join(posix.dirname(place.path), bare);
  if (roomOf(target) !== place.name) return 'a relative import stays inside its room';
  return judgeFace(place, target);
}

/** A folder of the engine is entered through its `index.ts`; the files beside the folders are open to all. */
function judgeFace(place: Place, target: string): string | undefined {
  if (isForTests(target) && !place.isTest)
    return 'what is made for tests is imported by tests only';
  const folder = engineFolder(target);
  if (folder === undefined || folder === engineFolder(place.path)) return undefined;
  return target === `src/engine/${folder}/index.ts`
    ? undefined
    : `the engine's ${folder} is imported only through its index.ts`;
}

function engineFolder(path: string): string | undefined {
  return /^src\/engine\/([^/]+)\//.exec(path)?.[1];
}

function judgeBuiltin(place: Place, specifier: string): string | undefined {
  if (!specifier.startsWith('node:')) return `Node's own modules are imported as node:${specifier}`;
  return place.room.node || place.isTest ? undefined : `${place.name} may not use Node's modules`;
}

function judgePackage(
  place: Place,
  name: string,
  typeOnly: boolean,
  packages: Packages,
): string | undefined {
  if (name === 'electron')
    return place.room.electron ? undefined : 'only main and preload import electron';
  if (databasePackages.includes(name))
    return place.path.startsWith(databaseFolder)
      ? undefined
      : 'only engine/store uses the database';
  if (packages.dependencies.includes(name)) return undefined;
  // Some packages are nothing but types, kept under another name.
  if (typeOnly && packages.devDependencies.includes(`@types/${name}`)) return undefined;
  if (!packages.devDependencies.includes(name)) return 'package.json does not name this package';
  return place.room.bundled || place.isTest || typeOnly
    ? undefined
    : 'is a development dependency, which an installed Legajo does not have';
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
