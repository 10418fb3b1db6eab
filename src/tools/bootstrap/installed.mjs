/**
 * Whether what is installed is what is locked: the same packages in the same versions. Packages the lock marks as
 * optional may be missing, because they are for other platforms.
 *
 * @param {{packages?: Record<string, {version?: string}>}} installed npm's record inside node_modules
 * @param {{packages?: Record<string, {version?: string, optional?: boolean}>}} locked package-lock.json
 * @returns {boolean}
 */
export function installedAsLocked(installed, locked) {
  const have = new Map(Object.entries(installed.packages ?? {}));
  const want = Object.entries(locked.packages ?? {}).filter(([path]) => path !== '');
  if (want.length === 0) return false;
  const wanted = new Set(want.map(([path]) => path));
  return (
    [...have.keys()].every((path) => wanted.has(path)) &&
    want.every(([path, entry]) => {
      const found = have.get(path);
      return found === undefined ? entry.optional === true : found.version === entry.version;
    })
  );
}
