import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { eq } from 'drizzle-orm';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import type { Actor, Ctx } from '#modules/people/actor.ts';
import type { BasicsInput } from '#modules/procedures/forms.ts';
import { changeProcedure } from '#modules/procedures/server/change-procedure.ts';
import { createProcedure } from '#modules/procedures/server/create-procedure.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { saveMember } from '#modules/procedures/server/save-member.ts';
import { stepProcedure } from '#modules/procedures/server/step-procedure.ts';
import { procedureMembers } from '#modules/procedures/server/tables.ts';
import { takeCriteria } from '#modules/procedures/server/take-criteria.ts';
import { openerKeys } from '#modules/seals/server/tables.ts';
import { basics } from '../../src/testing/procedures.ts';
import { database } from './people.ts';

type Plan = { houseId: string; lead: Actor; jury: readonly Actor[]; over: Partial<BasicsInput> & Pick<BasicsInput, 'title' | 'kind'> };

/** A published procedure with criteria, whose lead and jury open: what a journey is not about. Returns the keys in the order lead, jury. */
export async function plantPublished({ houseId, lead, jury, over }: Plan): Promise<{ id: string; slug: string; keys: string[] }> {
	const ctx: Ctx = { db: openDb(database()), actor: lead, now: new Date() };
	const { title, kind } = over;
	const id = await createProcedure(ctx, { raum: houseId, title, kind, transfer: 'lease', unitIds: [] });
	await takeCriteria(ctx, { id, from: { key: 'kleine-stadt' }, replace: false });
	await changeProcedure(ctx, { id, input: basics({ version: 1, ...over }) });
	const juror = { role: 'juror', jurorKind: 'locals', hasVote: true, isOpener: true, affiliation: '', deputyFor: null } as const;
	for (const { name, email } of jury) await saveMember(ctx, { id, input: { ...juror, name, email } });
	await ctx.db.update(procedureMembers).set({ isOpener: true }).where(eq(procedureMembers.procedureId, id));
	const keys = [];
	for (const { id: personId } of [lead, ...jury]) {
		const key = await generateX25519Identity();
		keys.push(key);
		const recipient = await identityToRecipient(key);
		await ctx.db.insert(openerKeys).values({ id: newId(), subjectId: id, personId, recipient, createdAt: ctx.now });
	}
	await stepProcedure(ctx, { id, step: 'finish' });
	return { id, slug: await publishProcedure(ctx, { id }), keys };
}
