import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { secrets } from './tables.ts';

export type SecretName = 'sessions' | 'blur' | 'links' | 'vault' | 'records';

/** The installation's own key of that name, 256 bits in hex; made when first asked for, the same for every process. */
export async function findSecret(ctx: Pick<Ctx, 'db'>, name: SecretName): Promise<string> {
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

/** The same, held until the caller's transaction ends: whoever wants to put another in its place waits. */
export async function holdSecret(ctx: Pick<Ctx, 'db'>, name: SecretName): Promise<string> {
	const hold = () => ctx.db.select({ value: secrets.value }).from(secrets).where(eq(secrets.name, name)).for('share');
	const [known] = await hold();
	if (known) return known.value;
	await findSecret(ctx, name);
	const [made] = await hold();
	return made?.value ?? '';
}
