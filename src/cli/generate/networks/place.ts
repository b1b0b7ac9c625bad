import type { Db } from '#lib/server/db.ts';
import type { Store } from '#lib/server/store.ts';

/** Where the demo is put, and when it is today; without a store there are no logos. */
export type Place = { db: Db; now: Date; store?: Store };
