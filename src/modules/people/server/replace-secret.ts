import { eq } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { findSecret, type SecretName } from './find-secret.ts';
import { secrets } from './tables.ts';

/** A secret of the installation, alone: waits for everybody who uses it in a transaction, and lets nobody begin. In the caller's transaction. */
export async function holdSecretAlone(ctx: Pick<Ctx, 'db'>, name: SecretName): Promise<string> {
	await findSecret(ctx, name);
	const [held] = await ctx.db.select({ value: secrets.value }).from(secrets).where(eq(secrets.name, name)).for('update');
	return held?.value ?? '';
}

/** Another takes its place; the old one is kept nowhere. In the caller's transaction, which holds it. */
export async function replaceSecret(ctx: Pick<Ctx, 'db'>, { name, value }: { name: SecretName; value: string }): Promise<void> {
	await ctx.db.update(secrets).set({ value }).where(eq(secrets.name, name));
}
