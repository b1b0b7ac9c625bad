import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { SettleInput } from '../forms-light.ts';
import { bodiesFor } from '../light.ts';
import { decidingBodies } from '../procedure.ts';
import { changeDraft, type Held } from './internal/procedure-for.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { saveMember } from './save-member.ts';
import { procedureMembers, procedures } from './tables.ts';

/** Enters whoever steps in for the lead; the two of them open later what comes in. */
async function enterDeputy(ctx: Ctx, { row }: Held, { name, email }: SettleInput): Promise<void> {
	if (!name) return;
	const isLead = and(eq(procedureMembers.procedureId, row.id), eq(procedureMembers.role, 'manager'));
	const [lead] = await ctx.db.select({ id: procedureMembers.id }).from(procedureMembers).where(isLead);
	if (!lead) throw refused('no-lead', 'Niemand leitet das Verfahren. Bitte unter Beteiligte eintragen.', 'name');
	const deputy = { role: 'deputy', jurorKind: null, hasVote: false, isOpener: true, affiliation: '', deputyFor: lead.id } as const;
	await saveMember(ctx, { id: row.id, input: { ...deputy, name, email } });
	await ctx.db.update(procedureMembers).set({ isOpener: true }).where(isLead);
}

/** Who decides, how to hand in, who steps in. Throws 401, 404, 409, 422. */
export async function settleLight(ctx: Ctx, { id, input }: { id: string; input: SettleInput }): Promise<void> {
	await changeDraft(ctx, id, async (inside, held) => {
		const { row, house } = held;
		const texts: [string, string][] = [
			['Wer entscheidet', decidingBodies[row.decidingBody]],
			['Bewerbung', row.handIn]
		];
		await refuseConflict(inside, row, { read: input.version, texts });
		const { decidingBody, handIn, version } = input;
		if (!bodiesFor(house).includes(decidingBody))
			throw refused('not-body', 'Wer entscheiden kann, hängt davon ab, wem das Haus gehört. Bitte neu wählen.', 'decidingBody');
		await inside.db
			.update(procedures)
			.set({ decidingBody, handIn, version: version + 1 })
			.where(eq(procedures.id, id));
		await enterDeputy(inside, held, input);
	});
}
