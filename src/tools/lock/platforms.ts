import { z } from 'zod';

/** What is read of a package-lock.json; whatever else it holds is kept as it is. */
export const Lock = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
export type Lock = z.infer<typeof Lock>;

/** An optional package that a locked package names and the lock file lacks. */
export interface Missing {
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
}

/**
 * The optional packages (mostly binaries for other platforms) that the lock file lacks. npm leaves out those that
 * the registry it was run with does not carry, and then `npm ci` refuses the file, on this platform and all others.
 */
export function missingOptionals({ packages }: Lock): Missing[] {
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, path, name))
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  );
  return [...new Map(missing.map((entry) => [entry.name, entry])).values()];
}

/** Whether a package required from `path` is found there or in a folder above, as Node looks it up. */
function isLocked(packages: Lock['packages'], path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[place] !== undefined) return true;
    if (at === '') return false;
  }
}

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'win32',
];
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'ppc64',
  's390x',
  'riscv64',
  'wasm32',
  'x64',
];

/**
 * The entry of a binary package in a lock file: the platform it is for is read from its name, by the convention that
 * napi-rs began (`binding-linux-x64-gnu`), so that other platforms pass it over. It has no checksum. Throws when the
 * version is not an exact one or the name tells no platform.
 */
export function platformEntry({ name, version, dev }: Missing): Record<string, unknown> {
  const words = name.split(/[-/]/);
  const os = systems.find((word) => words.includes(word));
  const cpu = processors.find((word) => words.includes(word));
  if (os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`cannot tell what ${name}@${version} is for; lock it with a full registry`);
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(libc !== undefined && os === 'linux' && { libc }),
    optional: true,
    os: [os],
  };
}
