/** What a room may use. Rooms are the folders of `src/`; the table is that of ARCHITECTURE.md. */
export interface Room {
  /** The rooms it may import. */
  readonly rooms: readonly string[];
  /** Of these it may import types only. */
  readonly typesOnly: readonly string[];
  /** Whether it may import Node's own modules: it does I/O, or runs where they are. */
  readonly node: boolean;
  /** Whether it may import `electron`. */
  readonly electron: boolean;
  /** Whether everything it needs is bundled into it, so that it may use development dependencies. */
  readonly bundled: boolean;
}

const room = (rooms: readonly string[], differing: Partial<Room> = {}): Room => ({
  rooms,
  typesOnly: [],
  node: true,
  electron: false,
  bundled: false,
  ...differing,
});

export const rooms: Readonly<Record<string, Room>> = {
  shared: room([], { node: false }),
  contract: room(['shared'], { node: false }),
  engine: room(['contract', 'shared']),
  'engine-process': room(['engine', 'contract', 'shared']),
  'local-host': room(['engine', 'contract', 'shared']),
  cli: room(['engine', 'local-host', 'contract', 'shared']),
  main: room(['contract', 'shared'], { electron: true }),
  preload: room(['contract'], { typesOnly: ['contract'], node: false, electron: true }),
  renderer: room(['contract', 'shared'], { node: false, bundled: true }),
};

/** What only a checkout runs; it may import anything, and nothing imports it. */
export const toolRoom = 'tools';

/** The one folder that may touch the database. */
export const databaseFolder = 'src/engine/store/';

export const databasePackages = ['drizzle-orm', 'better-sqlite3'];
