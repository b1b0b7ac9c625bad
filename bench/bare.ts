import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Bare } from './bench.ts';

/** A plain server on the database, a process of its own: `DATABASE_URL=… node bench/bare.ts MODULE`. Prints its address. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const { default: open } = (await import(process.argv[2] ?? '')) as { default: Bare };
const server = createServer(await open(pool));
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));
