import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Partner } from '#modules/procedures/partner.ts';
import type { Content } from '../concept.ts';
import { conceptContents, conceptMembers, concepts } from './tables.ts';

type Of = { procedureId: string; title: string; partner: Partner };

/**
 * The group of a direct match gets a concept, as every group that was ever proposed: letter, option and what follows hang on it. Whoever has a confirmed
 * account under its address reads it. In the transaction of the command that asked who may. Returns its id.
 */
export async function placePartner(ctx: Ctx, { procedureId, title, partner }: Of): Promise<string> {
	const { name, contact, email, reasons: summary } = partner;
	const id = newId();
	const content: Content = {
		...{ format: 'gestaltungsraum-konzept', version: 1, procedure: procedureId, concept: id, round: 1, title, summary },
		applicant: { kind: 'group', name, contact, email, phone: '', members: null },
		...{ answers: {}, costs: null, files: [] }
	};
	const at = { createdAt: ctx.now, updatedAt: ctx.now, openedAt: ctx.now };
	await ctx.db.insert(concepts).values({ id, procedureId, number: 1, state: 'opened', ...at });
	await ctx.db.insert(conceptContents).values({ conceptId: id, content, openedAt: ctx.now });
	const account = and(eq(people.email, email.toLowerCase()), eq(people.emailVerified, true));
	const [writer] = await ctx.db.select({ id: people.id }).from(people).where(account);
	if (writer) await ctx.db.insert(conceptMembers).values({ conceptId: id, personId: writer.id, role: 'lead', joinedAt: ctx.now });
	return id;
}
