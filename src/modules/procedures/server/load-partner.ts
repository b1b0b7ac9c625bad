import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Partner } from '../partner.ts';
import { procedurePartners } from './partner-tables.ts';

/** The group of a direct match, as far as somebody has entered it. The caller has asked who reads. */
export async function loadPartner(ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<Partner | null> {
	const { name, contact, email, reasons, hasAgreed } = procedurePartners;
	const [partner] = await ctx.db
		.select({ name, contact, email, reasons, hasAgreed })
		.from(procedurePartners)
		.where(eq(procedurePartners.procedureId, procedureId));
	return partner ?? null;
}
