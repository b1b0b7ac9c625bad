import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { secrets } from './tables.ts';

/** The installation's own key of that name, 256 bits in hex; made when first asked for, the same for every process. */
export async function findSecret(ctx: Pick<Ctx, 'db'>, name: 'sessions' | 'blur' | 'links' | 'vault' | 'records'): Promise<string> {
	const read = () => ctx.db.select({ value: secrets.value }).from(secrets).where(eq(secrets.name, name));
	const [known] = await read();
	if (known) return known.value;
	await ctx.db
		.insert(secrets)
		.values({ name, value: randomBytes(32).toString('hex') })
		.onConflictDoNothing();
	const [made] = await read();
	return made?.value ?? '';
}
