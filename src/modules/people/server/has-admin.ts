import { eq } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { grants } from './tables.ts';

/** Whether anybody administers this installation yet. */
export async function hasAdmin(ctx: Pick<Ctx, 'db'>): Promise<boolean> {
	const [admin] = await ctx.db.select({ id: grants.id }).from(grants).where(eq(grants.role, 'admin')).limit(1);
	return admin !== undefined;
}
