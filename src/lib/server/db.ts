import { drizzle } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';

/** A pool or an open transaction: queries and commands do not care which, so commands compose and fall together. */
export type Db = PgDatabase<NodePgQueryResultHKT>;

export const openDb = (connection: Pool | PoolClient): Db => drizzle(connection);
