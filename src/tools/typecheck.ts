import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Checks each room against its own tsconfig, so that a room sees only the `lib` and `types` it may use. */
const root = join(import.meta.dirname, '..', '..');
const asked = process.argv.slice(2);
const rooms = [...readdirSync(join(root, 'src')).map((room) => `src/${room}`), 'e2e'].filter(
  (room) =>
    existsSync(join(root, room, 'tsconfig.json')) && (asked.length === 0 || asked.includes(room)),
);
const failed = rooms.filter((room) => {
  const outcome = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, room)],
    { cwd: root, stdio: 'inherit' },
  );
  return outcome.status !== 0;
});
if (failed.length > 0) {
  console.error(`types: ${failed.join(', ')} failed`);
  process.exitCode = 1;
} else {
  console.log(`types: ${rooms.length} rooms checked`);
}
